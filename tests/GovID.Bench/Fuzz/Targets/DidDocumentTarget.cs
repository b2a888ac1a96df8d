using GovID.Dids;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Bench.Fuzz.Targets;

/// <summary>DID documents, old and new: what is read is written again the same, and looking for keys never breaks.</summary>
public sealed class DidDocumentTarget : FuzzTarget
{
    public override string Name => "did-documents";

    public override bool IsJson => true;

    public override IEnumerable<byte[]> Words() =>
        ["\"publicKeyJwk\""u8.ToArray(), "\"publicKeyMultibase\""u8.ToArray(), "\"Multikey\""u8.ToArray(), "\"publicKey\""u8.ToArray(), "\"serviceEndpoint\""u8.ToArray()];

    public override IEnumerable<byte[]> Seeds() =>
    [
        DidKey.CreateDocument(Did.Parse("did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th")).ToUtf8Json(),
        DidKey.CreateDocument(Did.Parse("did:key:zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv")).ToUtf8Json(),
        """{"id":"did:x:a","alsoKnownAs":["b"],"controller":"did:x:b","service":[{"id":"#s","type":["t"],"priority":1,"recipientKeys":["#k"],"serviceEndpoint":[{"uri":"u","accept":["a"]},"v"]}]}"""u8.ToArray(),
        """{"id":"LjgpST2rjsoxYegQDRm7EL","publicKey":[{"id":"1","type":"Ed25519VerificationKey2018","controller":"LjgpST2rjsoxYegQDRm7EL","publicKeyBase58":"E6D1m3eERqCueX4ZgMCY14B4NceAr6XP2HyVqt55gDhu"}],"authentication":[{"type":"x","publicKey":"1"}]}"""u8.ToArray(),
    ];

    public override void Run(ReadOnlySpan<byte> input)
    {
        var bytes = input.ToArray();
        if (DidDocument.TryParse(bytes, out var document)) Use(document);
        Use(LegacyDidDocument.Parse(bytes));
        _ = DidPeer.CreateGenesis(bytes);
        var did = DidPeer.CreateLongForm(bytes);
        Use(DidPeer.CreateDocument(did));
    }

    public override bool IsRefusal(Exception exception) => exception is DidException;

    private static void Use(DidDocument document)
    {
        _ = document.Validate();
        foreach (var relationship in Enum.GetValues<VerificationRelationship>()) _ = document.KeysFor(relationship);
        if (!DidDocument.Parse(document.ToUtf8Json()).Equals(document)) throw new InvalidOperationException("A document was changed by writing it.");
        _ = document.ToBuilder();
    }
}
