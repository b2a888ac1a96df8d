using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Transactions;

/// <summary>What the recorded ledgers do not show.</summary>
public sealed class HandlerTests
{
    private readonly LocalPool _pool = new();

    [Fact]
    public void Has_one_handler_for_each_type()
    {
        TransactionHandlers.All.Select(handler => handler.Type).ShouldBeUnique();
        foreach (var handler in TransactionHandlers.All)
            TransactionHandlers.Find(handler.Type).ShouldBeSameAs(handler);
        TransactionHandlers.Find("105").ShouldBeNull();
        TransactionHandlers.FindAction("119").ShouldNotBeNull();
    }

    [Fact]
    public void Lets_an_identifier_change_its_own_key_and_nobody_else()
    {
        _pool.Write(_pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer)));
        var newKey = LocalPool.NewNym(LocalPool.Newcomer).With("verkey", LocalPool.NewNym(LocalPool.Steward).Find("verkey")!);

        LocalPool.ReasonOf(_pool.Send(LocalPool.Steward, newKey)).ShouldStartWith("REJECT");
        LocalPool.ReasonOf(_pool.Send(LocalPool.Newcomer, newKey)).ShouldBe("OK");
    }

    [Fact]
    public void Keeps_the_text_of_an_attribute_off_the_ledger()
    {
        const string Text = """{"endpoint":{"ha":"127.0.0.1:5555"}}""";
        var operation = LedgerMap.Of(("type", "100"), ("dest", LocalPool.Trustee.Did.Text), ("raw", Text));

        var transaction = _pool.Write(_pool.Request(LocalPool.Trustee, operation)).Transactions.Single();

        transaction.Data.FindText("raw")!.Value.ShouldNotContain("endpoint");
        WriteReplies.Of(_pool.Ledgers, LedgerId.Domain, transaction.SeqNo).FindMap("txn")!.FindMap("data")!.FindText("raw")!.Value.ShouldBe(Text);
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("v:1.0")]
    [InlineData("d:00")]
    public void Refuses_flags_that_would_overwrite_agreements(string name) =>
        LocalPool.ReasonOf(_pool.Send(LocalPool.Trustee, LedgerMap.Of(("type", "130"), ("name", name), ("value", "x")))).ShouldNotBe("OK");

    [Fact]
    public void Stops_and_resumes_writing_by_pool_configuration()
    {
        LocalPool.ReasonOf(_pool.Send(LocalPool.Trustee, LocalPool.Operation("""{"type":"111","writes":false,"force":false}"""))).ShouldBe("OK");
        _pool.Ledgers.TakesWrites.ShouldBeFalse();
        LocalPool.ReasonOf(_pool.Send(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer))).ShouldStartWith("NACK");

        LocalPool.ReasonOf(_pool.Send(LocalPool.Trustee, LocalPool.Operation("""{"type":"111","writes":true,"force":false}"""))).ShouldBe("OK");
        LocalPool.ReasonOf(_pool.Send(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer))).ShouldBe("OK");
    }

    [Fact]
    public void Asks_for_the_agreement_once_there_is_one_and_no_longer_when_it_is_disabled()
    {
        _pool.Send(LocalPool.Trustee, LocalPool.Operation("""{"type":"5","version":"1","aml":{"click":"a click"}}""")).ShouldBeOfType<RequestVerdict.Accepted>();
        LocalPool.ReasonOf(_pool.Send(LocalPool.Trustee, LocalPool.Operation("""{"type":"4","version":"1","text":"t","ratification_ts":1600000000}"""))).ShouldBe("OK");

        var refused = _pool.Send(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer)).ShouldBeOfType<RequestVerdict.Reject>();
        refused.Code.ShouldNotBeNull();

        LocalPool.ReasonOf(_pool.Send(LocalPool.Trustee, LocalPool.Operation("""{"type":"8"}"""))).ShouldBe("OK");
        LocalPool.ReasonOf(_pool.Send(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer))).ShouldBe("OK");
    }

    [Fact]
    public void Takes_a_node_that_its_steward_demotes_out_of_the_registry()
    {
        var node = _pool.Ledgers[LedgerId.Pool].Find(1)!.Data;
        var demotion = LedgerMap.Of(
            ("type", "0"), ("dest", node.Find("dest")!), ("data", LedgerMap.Of(("alias", "Node1"), ("services", new LedgerList()))));

        LocalPool.ReasonOf(_pool.Send(LocalPool.Steward, demotion)).ShouldBe("OK");

        _pool.Ledgers[LedgerId.Audit].Size.ShouldBe(1);
        _pool.Ledgers.NodeRegistry().ShouldBe(["Node2", "Node3", "Node4"]);
    }

    [Fact]
    public void Refuses_keys_longer_than_the_trie_takes()
    {
        var id = "a".PadLeft(9_000, 'a');
        var operation = LedgerMap.Of(("type", "101"), ("data", LedgerMap.Of(
            ("name", id), ("version", "1.0"), ("attr_names", new LedgerList("a")))));

        LocalPool.ReasonOf(_pool.Send(LocalPool.Trustee, operation)).ShouldStartWith("NACK");
    }
}
