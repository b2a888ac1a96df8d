using System.Text;
using GovID.Dids.Documents;

namespace GovID.Dids.Tests.Documents;

public sealed class LegacyDidDocumentTests
{
    private const string Old = """
        {
          "@context": "https://w3id.org/did/v1",
          "id": "LjgpST2rjsoxYegQDRm7EL",
          "publicKey": [
            {"id": "LjgpST2rjsoxYegQDRm7EL#1", "type": "Ed25519VerificationKey2018", "controller": "LjgpST2rjsoxYegQDRm7EL", "publicKeyBase58": "E6D1m3eERqCueX4ZgMCY14B4NceAr6XP2HyVqt55gDhu"}
          ],
          "authentication": [{"type": "Ed25519SignatureAuthentication2018", "publicKey": "LjgpST2rjsoxYegQDRm7EL#1"}],
          "service": [
            {"id": "LjgpST2rjsoxYegQDRm7EL;indy", "type": "IndyAgent", "priority": 0, "recipientKeys": ["E6D1m3eERqCueX4ZgMCY14B4NceAr6XP2HyVqt55gDhu"], "routingKeys": [], "serviceEndpoint": "https://example.com"}
          ]
        }
        """;

    [Fact]
    public void Reads_the_document_of_an_old_agent()
    {
        var document = LegacyDidDocument.Parse(Encoding.UTF8.GetBytes(Old));

        document.Id.ToString().ShouldBe("did:sov:LjgpST2rjsoxYegQDRm7EL");
        document.ReferencesOf(VerificationRelationship.Authentication).ShouldBe(["did:sov:LjgpST2rjsoxYegQDRm7EL#1"]);
        document.KeysFor(VerificationRelationship.Authentication).ShouldHaveSingleItem();
        document.Services.ShouldHaveSingleItem().RecipientKeys.ShouldBe(["E6D1m3eERqCueX4ZgMCY14B4NceAr6XP2HyVqt55gDhu"]);
    }

    [Fact]
    public void Gives_a_bare_key_name_its_number_sign()
    {
        var bare = Old.Replace("LjgpST2rjsoxYegQDRm7EL#1", "keys-1", StringComparison.Ordinal);

        var document = LegacyDidDocument.Parse(Encoding.UTF8.GetBytes(bare));

        document.FindMethod("#keys-1").ShouldNotBeNull();
        document.KeysFor(VerificationRelationship.Authentication).ShouldHaveSingleItem();
    }

    [Fact]
    public void Leaves_a_document_of_today_as_it_is()
    {
        var today = """{"id":"did:x:a","authentication":["#k"],"verificationMethod":[{"id":"#k","type":"Multikey","controller":"did:x:a"}]}"""u8.ToArray();

        LegacyDidDocument.Parse(today).ShouldBe(DidDocument.Parse(today));
    }

    [Fact]
    public void Refuses_a_document_that_is_both_old_and_new() =>
        Should.Throw<DidException>(() => LegacyDidDocument.Parse("""{"id":"did:x:a","publicKey":[],"verificationMethod":[]}"""u8.ToArray()))
            .Code.ShouldBe(DidErrorCode.Malformed);
}
