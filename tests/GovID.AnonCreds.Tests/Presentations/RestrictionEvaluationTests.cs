using System.Text;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Presentations.Restrictions;

namespace GovID.AnonCreds.Tests.Presentations;

public sealed class RestrictionEvaluationTests
{
    [Theory]
    [InlineData("""[{"schema_id":"a:schema"}]""")]
    [InlineData("""[{"schema_name":"s"},{"schema_name":"t"}]""")]
    [InlineData("""[{"schema_name":"t","schema_version":"1.0","issuer_id":"a:issuer","cred_def_id":"a:def"}]""")]
    [InlineData("""[{"schema_issuer_id":"a:schemer"}]""")]
    [InlineData("""[{"schema_name":{"$in":["s","t"]}}]""")]
    [InlineData("""[{"schema_name":{"$neq":"s"}}]""")]
    [InlineData("""{"$not":{"schema_name":"s"}}""")]
    [InlineData("""{"$or":[{"colour":"red"},{"schema_name":"t"}]}""")]
    [InlineData("""[{"attr::shown::value":"42"}]""")]
    [InlineData("""[{"attr::hidden::marker":"1"}]""")]
    [InlineData("""[{"attr::other::marker":"1"}]""")]
    [InlineData("""{"$and":[]}""")]
    [InlineData("""[{}]""")]
    [InlineData("""[{"schema_name":null}]""")]
    public void Accepts_a_credential_that_satisfies(string json) => Evaluate(json).ShouldBe(RestrictionVerdict.Satisfied);

    [Theory]
    [InlineData("""[{"schema_name":"s"}]""")]
    [InlineData("""[{"schema_name":"T"}]""")]
    [InlineData("""[{"schema_name":"t","schema_version":"2"}]""")]
    [InlineData("""{"$not":{"schema_name":"t"}}""")]
    [InlineData("""[{"attr::shown::value":"43"}]""")]
    [InlineData("""[{"attr::shown::marker":"1"}]""")]
    public void Refuses_another_credential(string json) => Evaluate(json).ShouldBe(RestrictionVerdict.NotSatisfied);

    [Theory]
    [InlineData("""[{"colour":"red"}]""")]
    [InlineData("""[{"colour":{"$neq":"red"}}]""")]
    [InlineData("""{"$not":{"colour":"red"}}""")]
    [InlineData("""{"$not":{"$and":[{"colour":"red"},{"schema_name":"s"}]}}""")]
    [InlineData("""{"$not":{"$or":[{"colour":"red"},{"schema_name":"s"}]}}""")]
    [InlineData("""[{"schema_version":{"$gte":"1.0"}}]""")]
    [InlineData("""{"$exist":"schema_name"}""")]
    [InlineData("""[{"attr::hidden::value":"42"}]""")]
    [InlineData("""[{"attr::other::value":"42"}]""")]
    [InlineData("""[{"attr::a:b::value":"42"}]""")]
    [InlineData("""[{"attr::value":"42"}]""")]
    [InlineData("""[{"issuer_did":"a:issuer"}]""")]
    [InlineData("""[{"schema_issuer_did":"a:schemer"}]""")]
    public void Never_accepts_what_it_cannot_decide(string json) => Evaluate(json).ShouldBe(RestrictionVerdict.Undecidable);

    private static RestrictionVerdict Evaluate(string json)
    {
        var request = PresentationRequest.Parse(Encoding.UTF8.GetBytes(
            "{\"nonce\":\"1\",\"name\":\"n\",\"version\":\"1\",\"requested_attributes\":{\"a\":{\"name\":\"x\",\"restrictions\":" + json + "}}}"));
        var credential = new RestrictedCredential
        {
            SchemaId = SchemaId.Parse("a:schema"),
            SchemaName = "t",
            SchemaVersion = "1.0",
            SchemaIssuerId = IssuerId.Parse("a:schemer"),
            CredentialDefinitionId = CredentialDefinitionId.Parse("a:def"),
            IssuerId = IssuerId.Parse("a:issuer"),
            Values = new Dictionary<string, string?> { ["shown"] = "42", ["hidden"] = null },
        };
        return new RestrictionEvaluation(credential).Evaluate(request.RequestedAttributes["a"].Restrictions);
    }
}
