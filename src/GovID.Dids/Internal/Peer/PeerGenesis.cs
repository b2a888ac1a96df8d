using System.Text;
using System.Text.Json;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Dids.Internal.Peer;

/// <summary>did:peer:1, the hash of a stored document (Peer DID Method, "Generation method 1").</summary>
internal static class PeerGenesis
{
    public static Did DidOf(JsonElement document) => Did.Parse($"did:peer:1{PeerHash.Of(CompactJson.ToBytes(WithoutId(document)))}");

    public static DidDocument CreateDocument(Did did, string stored)
    {
        var document = StrictJson.ParseObject(Encoding.UTF8.GetBytes(stored), DidPeer.MaximumStoredBytes, "stored");
        if (DidOf(document) != did)
            throw new DidException(DidErrorCode.HashMismatch, "The stored document is not the one that the did:peer:1 is the hash of.", "stored");
        return DidDocument.FromJson(JsonBuild.Object(writer =>
        {
            writer.WriteString("id", did.ToString());
            foreach (var member in document.EnumerateObject())
            {
                if (member.Name != "id") member.WriteTo(writer);
            }
        }));
    }

    private static JsonElement WithoutId(JsonElement document) => JsonBuild.Object(writer =>
    {
        foreach (var member in document.EnumerateObject())
        {
            if (member.Name != "id") member.WriteTo(writer);
        }
    });
}
