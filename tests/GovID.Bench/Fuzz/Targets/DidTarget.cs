using System.Text;
using GovID.Dids;
using GovID.Dids.Methods;

namespace GovID.Bench.Fuzz.Targets;

/// <summary>DIDs and DID URLs, resolved where that needs no network: every text gets an answer, and what is written is what was read.</summary>
public sealed class DidTarget : FuzzTarget
{
    private static readonly DidResolver Resolver = new(DidResolver.Offline);

    public override string Name => "dids";

    public override IEnumerable<byte[]> Words() =>
        ["did:key:z"u8.ToArray(), "did:jwk:"u8.ToArray(), "did:peer:2."u8.ToArray(), "did:peer:4z"u8.ToArray(), "did:web:"u8.ToArray(), ".S"u8.ToArray(), "%3A"u8.ToArray()];

    public override IEnumerable<byte[]> Seeds()
    {
        string[] seeds =
        [
            "did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th",
            "did:key:zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv",
            "did:key:zQ3shjRPgHQQbTtXyofk1ygghRJ75RZpXmWBMY1BKnhyz7zKp",
            "did:jwk:eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6IjExcVlBWUt4Q3JmVlNfN1R5V1FIT2c3aGN2UGFwaU1scndJYWFQY0hVUm8ifQ",
            "did:peer:0z6MksLeew51QS6Ca6tVKM56LQNbxCNVcLHv4xXj4jMkAhPWU",
            "did:peer:2.Vz6MkqRYqQiSgvZQdnBytw86Qbs2ZWUkGv22od935YF4s8M7V.SeyJ0IjoiZG0iLCJzIjoiaHR0cHM6Ly9leGFtcGxlLmNvbS9lbmRwb2ludCJ9",
            DidPeer.CreateLongForm("""{"verificationMethod":[{"id":"#k","type":"Multikey"}]}"""u8.ToArray()).ToString(),
            "did:web:example.com%3A3000:user:alice/path?a=b#c",
            "did:sov:R1xKJw17sUoXhejEpugMYJ",
        ];
        return seeds.Select(Encoding.UTF8.GetBytes);
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (DidUrl.TryParse(text, out var url) && url.ToString() != text) throw new InvalidOperationException("A DID URL was changed by reading it.");
        _ = url?.PathSegments;
        _ = DidSov.TryParse(text, out _) && DidKey.TryParseReference(text, out _);
        if (!Did.TryParse(text, out var did)) return;
        var answer = Resolver.ResolveAsync(did, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        if (answer is DidResolution.Resolved resolved && resolved.Document.Id != did) throw new InvalidOperationException("Another DID's document was found.");
        if (did.Method == DidWeb.Method) _ = DidWeb.DocumentAddressOf(did);
    }

    public override bool IsRefusal(Exception exception) => exception is DidException;
}
