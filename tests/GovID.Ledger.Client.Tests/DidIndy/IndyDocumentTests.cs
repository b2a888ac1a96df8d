using GovID.Dids.Documents;
using GovID.Dids.Methods;
using GovID.Ledger.Client.DidIndy;
using GovID.Ledger.Genesis;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Values;

namespace GovID.Ledger.Client.Tests.DidIndy;

public sealed class IndyDocumentTests
{
    private static readonly SandboxIdentity Trustee = new("Trustee1");
    private static readonly IndyDid Did = IndyDid.Of("govid:local", Trustee.Did);
    private static readonly NymState Nym = new(Trustee.Did) { Verkey = Verkey.Abbreviate(Trustee.PublicKey) };

    [Fact]
    public void Expands_an_abbreviated_key()
    {
        var document = IndyDocument.Build(Did, Nym, null);

        document.KeysFor(VerificationRelationship.Authentication).ShouldBe([Trustee.PublicKey]);
        document.Id.ToString().ShouldBe(Did.ToString());
    }

    [Fact]
    public void Adds_a_key_to_encrypt_to_where_there_is_an_endpoint()
    {
        var endpoint = IndyEndpoint.Parse("""{"endpoint":{"endpoint":"https://agent.example"}}"""u8.ToArray());

        var document = IndyDocument.Build(Did, Nym, endpoint);

        document.KeysFor(VerificationRelationship.KeyAgreement).ShouldBe([Trustee.PublicKey.ToX25519()]);
        document.FindService("#did-communication")!.RecipientKeys.ShouldBe([$"{Did}#key-agreement-1"]);
    }

    [Fact]
    public void Prefers_content_of_the_nym_to_the_endpoint()
    {
        var content = LedgerMap.Parse("""{"service":[{"id":"#s","type":"t","serviceEndpoint":"https://a.example"}],"authentication":["#other"]}""");
        var endpoint = IndyEndpoint.Parse("""{"endpoint":{"endpoint":"https://agent.example"}}"""u8.ToArray());

        var document = IndyDocument.Build(Did, Nym with { DidDocContent = content }, endpoint);

        document.Services.Count.ShouldBe(1);
        document.ReferencesOf(VerificationRelationship.Authentication).ShouldBe([$"{Did}#verkey", "#other"]);
    }

    [Theory]
    [InlineData("""{"id":"did:indy:a:b"}""", LedgerClientErrorCode.InvalidContent)]
    [InlineData("""{"verificationMethod":[{"id":"#verkey"}]}""", LedgerClientErrorCode.InvalidContent)]
    [InlineData("""{"service":[{"id":"verkey"}]}""", LedgerClientErrorCode.InvalidContent)]
    [InlineData("""{"keyAgreement":[{"id":"did:indy:other:x#verkey"}]}""", LedgerClientErrorCode.InvalidContent)]
    [InlineData("""{"verificationMethod":"x"}""", LedgerClientErrorCode.InvalidContent)]
    [InlineData("""{"service":"x"}""", LedgerClientErrorCode.InvalidContent)]
    public void Refuses_content_that_breaks_the_rules(string content, LedgerClientErrorCode code) =>
        Should.Throw<LedgerClientException>(() => IndyDocument.Build(Did, Nym with { DidDocContent = LedgerMap.Parse(content) }, null)).Code.ShouldBe(code);

    [Fact]
    public void Refuses_content_over_the_limit()
    {
        var content = LedgerMap.Of(("x", new string('y', 11_000)));

        Should.Throw<LedgerClientException>(() => IndyDocument.Assemble("did", "key", content)).Code.ShouldBe(LedgerClientErrorCode.TooLarge);
    }

    [Fact]
    public void Refuses_a_did_without_key_and_a_state_of_another()
    {
        Should.Throw<LedgerClientException>(() => IndyDocument.Build(Did, Nym with { Verkey = null }, null)).Code.ShouldBe(LedgerClientErrorCode.Deactivated);
        Should.Throw<LedgerClientException>(() => IndyDocument.Build(Did, Nym with { Dest = new SandboxIdentity("Steward1").Did }, null)).Field.ShouldBe("dest");
        Should.Throw<LedgerClientException>(() => IndyDocument.Build(Did, Nym with { Verkey = Verkey.Parse("11111111111111111111111111111111") }, null)).Field.ShouldBe("verkey");
    }

    [Theory]
    [InlineData("""{"verkey":"x"}""", "dest")]
    [InlineData("""{"dest":5}""", "dest")]
    [InlineData("""{"dest":"V4SGRU86Z58d6TV7PBUe6f","verkey":"x"}""", "verkey")]
    [InlineData("""{"dest":"V4SGRU86Z58d6TV7PBUe6f","identifier":"x"}""", "identifier")]
    public void Refuses_a_state_and_names_the_field(string data, string field) =>
        Should.Throw<LedgerException>(() => NymState.Parse(data)).Field.ShouldBe(field);
}
