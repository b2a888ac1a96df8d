using GovID.Ledger.Authorization;
using GovID.Ledger.Tests.Transactions;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Authorization;

public sealed class AuthRuleTests
{
    private static readonly AuthRuleBook Book = new(_ => null);

    [Fact]
    public void Knows_75_rules_with_a_name_each()
    {
        StandardAuthRules.List.Count.ShouldBe(75);
        StandardAuthRules.List.Select(rule => rule.Id.ToString()).ShouldBeUnique();
    }

    [Fact]
    public void Finds_the_first_rule_that_covers_an_action()
    {
        foreach (var rule in StandardAuthRules.List)
            Book.FindFor(rule.Id).ShouldNotBeNull().Id.Covers(rule.Id).ShouldBeTrue();
        Book.FindFor(AuthRuleId.Add("1", "role", "999")).ShouldBeNull();
    }

    [Fact]
    public void Prefers_the_constraint_that_the_ledger_holds()
    {
        var id = StandardAuthRules.List[0].Id;
        var book = new AuthRuleBook(asked => asked == id ? new AuthConstraint.Forbidden() : null);

        book.Find(id)!.Constraint.ShouldBeOfType<AuthConstraint.Forbidden>();
        book.All().Count(rule => rule.Constraint is AuthConstraint.Forbidden).ShouldBe(1 + Book.All().Skip(1).Count(rule => rule.Constraint is AuthConstraint.Forbidden));
    }

    [Fact]
    public void Writes_constraints_as_it_read_them()
    {
        foreach (var rule in StandardAuthRules.List)
            AuthConstraint.Parse(rule.Constraint.ToMap()).ToMap().ShouldBe(rule.Constraint.ToMap());
    }

    [Theory]
    [InlineData("""{"constraint_id":"MAYBE"}""")]
    [InlineData("""{"constraint_id":"AND"}""")]
    [InlineData("""{"constraint_id":"ROLE","role":"0"}""")]
    [InlineData("""{}""")]
    public void Refuses_constraints_of_another_form(string json) =>
        Should.Throw<LedgerException>(() => AuthConstraint.Parse(LedgerMap.Parse(json)));

    [Fact]
    public void Refuses_constraints_nested_without_end()
    {
        var value = LedgerMap.Of(("constraint_id", "FORBIDDEN"));
        for (var i = 0; i < 200; i++)
            value = LedgerMap.Of(("constraint_id", "AND"), ("auth_constraints", new LedgerList(value)));

        Should.Throw<LedgerException>(() => AuthConstraint.Parse(value));
    }

    [Fact]
    public void Follows_a_changed_rule_from_the_next_request_on()
    {
        var pool = new LocalPool();
        var nym = LocalPool.NewNym(LocalPool.Newcomer);

        LocalPool.ReasonOf(pool.Send(LocalPool.Trustee, Rule("""{"constraint_id":"ROLE","role":"2","sig_count":1,"need_to_be_owner":false,"metadata":{}}"""))).ShouldBe("OK");

        LocalPool.ReasonOf(pool.Send(LocalPool.Trustee, nym)).ShouldStartWith("REJECT");
        LocalPool.ReasonOf(pool.Send(LocalPool.Steward, nym)).ShouldBe("OK");
    }

    [Fact]
    public void Denies_everybody_what_is_forbidden()
    {
        var pool = new LocalPool();

        pool.Send(LocalPool.Trustee, Rule("""{"constraint_id":"FORBIDDEN"}"""));

        LocalPool.ReasonOf(pool.Send(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer))).ShouldContain("The action is forbidden");
    }

    private static LedgerMap Rule(string constraint) => LedgerMap.Of(
        ("type", "120"), ("auth_type", "1"), ("auth_action", "ADD"), ("field", "role"), ("new_value", LedgerValue.Null), ("constraint", LedgerMap.Parse(constraint)));
}
