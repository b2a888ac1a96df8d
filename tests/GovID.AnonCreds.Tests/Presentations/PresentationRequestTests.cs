using System.Text;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Presentations.Restrictions;

namespace GovID.AnonCreds.Tests.Presentations;

public sealed class PresentationRequestTests
{
    [Fact]
    public void Reads_every_member_and_writes_it_again()
    {
        var request = Read("""
            {"nonce":"12","name":"login","version":"1.1","ver":"2.0","zzz":[1],
             "requested_attributes":{"a":{"names":["x","y"],"restrictions":[{"issuer_id":"did:web:a"},{"schema_name":{"$in":["s"]}}],"non_revoked":{"from":1,"to":2}}},
             "requested_predicates":{"p":{"name":"age","p_type":">=","p_value":-18,"restrictions":{"$not":{"cred_def_id":"a:b"}}}},
             "non_revoked":{"to":9}}
            """);

        var again = PresentationRequest.Parse(request.ToUtf8Json());

        again.FormatVersion.ShouldBe("2.0");
        again.RequestedAttributes["a"].Names.ShouldBe(["x", "y"]);
        again.RequestedAttributes["a"].NonRevoked.ShouldBe(new NonRevokedInterval(1, 2));
        again.RequestedAttributes["a"].Restrictions.ShouldBeOfType<Restriction.Any>().Parts.Count.ShouldBe(2);
        again.RequestedPredicates["p"].Type.ShouldBe(PredicateType.GreaterOrEqual);
        again.RequestedPredicates["p"].Value.ShouldBe(-18);
        again.NonRevoked.ShouldBe(new NonRevokedInterval(null, 9));
        again.ToUtf8Json().ShouldBe(request.ToUtf8Json());
    }

    [Theory]
    [InlineData("""{"a":{"name":"x","names":["y"]}}""", "$.requested_attributes.a")]
    [InlineData("""{"a":{}}""", "$.requested_attributes.a")]
    [InlineData("""{"a":{"name":""}}""", "$.requested_attributes.a.name")]
    [InlineData("""{"a":{"names":[]}}""", "$.requested_attributes.a.names")]
    [InlineData("""{"a":{"names":["Full Name","fullname"]}}""", "$.requested_attributes.a.names")]
    [InlineData("""{}""", "$.requested_attributes")]
    [InlineData("""{"a":{"name":"x","restrictions":[{"issuer_id":"a:b"},{"issuer_did":"a:b"}]}}""", "$.requested_attributes")]
    public void Refuses_a_request_that_breaks_a_rule(string attributes, string field)
    {
        var refusal = Should.Throw<AnonCredsException>(() => ReadAttributes(attributes));

        refusal.Code.ShouldBe(AnonCredsErrorCode.Invalid);
        refusal.Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("""{"a":{"name":1}}""", "$.requested_attributes.a.name")]
    [InlineData("""{"a":{"name":"x","restrictions":[{"issuer_id":{"$foo":"x"}}]}}""", "$.requested_attributes.a.restrictions")]
    [InlineData("""{"a":{"name":"x","restrictions":[{"issuer_id":{"$in":["x"],"$neq":"y"}}]}}""", "$.requested_attributes.a.restrictions")]
    [InlineData("""{"a":{"name":"x","restrictions":["x"]}}""", "$.requested_attributes.a.restrictions")]
    [InlineData("""{"a":{"name":"x","restrictions":7}}""", "$.requested_attributes.a.restrictions")]
    [InlineData("""{"a":{"name":"x"},"a":{"name":"y"}}""", "$.requested_attributes.a")]
    [InlineData("""{"a":{"name":"x","non_revoked":{"from":-1}}}""", "$.requested_attributes.a.non_revoked.from")]
    [InlineData("""{"a":{"name":"\ud800"}}""", null)]
    [InlineData("""{"a":null}""", "$.requested_attributes.a")]
    [InlineData("""{"a":{"names":["x",null]}}""", "$.requested_attributes.a.names.[]")]
    [InlineData("""{"a":{"name":"x","restrictions":[null]}}""", null)]
    public void Refuses_a_malformed_request_and_names_the_field(string attributes, string? field)
    {
        var refusal = Should.Throw<AnonCredsException>(() => ReadAttributes(attributes));

        refusal.Code.ShouldBe(AnonCredsErrorCode.Malformed);
        if (field is not null)
            refusal.Field.ShouldBe(field);
    }

    [Fact]
    public void Refuses_more_referents_than_the_limit()
    {
        var attributes = string.Join(',', Enumerable.Range(0, 257).Select(i => $"\"r{i}\":{{\"name\":\"x\"}}"));

        Should.Throw<AnonCredsException>(() => ReadAttributes("{" + attributes + "}")).Code.ShouldBe(AnonCredsErrorCode.Invalid);
    }

    [Fact]
    public void Refuses_nesting_beyond_the_limit()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"$not\":", 40)) + "{}" + new string('}', 40);

        Should.Throw<AnonCredsException>(() => ReadAttributes("{\"a\":{\"name\":\"x\",\"restrictions\":" + deep + "}}"))
            .Code.ShouldBe(AnonCredsErrorCode.Malformed);
    }

    [Fact]
    public void Refuses_a_request_larger_than_the_limit() =>
        Should.Throw<AnonCredsException>(() => PresentationRequest.Parse(new byte[PresentationRequest.MaximumBytes + 1]))
            .Code.ShouldBe(AnonCredsErrorCode.TooLarge);

    private static PresentationRequest ReadAttributes(string attributes) =>
        Read("{\"nonce\":\"1\",\"name\":\"n\",\"version\":\"1\",\"requested_attributes\":" + attributes + "}");

    private static PresentationRequest Read(string json) => PresentationRequest.Parse(Encoding.UTF8.GetBytes(json));
}
