using System.Text;
using GovID.Dids.Methods;
using GovID.Ledger;
using GovID.Ledger.Client;
using GovID.Ledger.Client.DidIndy;

namespace GovID.Bench.Fuzz.Targets.Ledger;

/// <summary>did:indy URLs and documents: what is read is written again, and content from the ledger never breaks the assembly.</summary>
public sealed class IndyDidTarget : FuzzTarget
{
    private const string Did = "did:indy:sovrin:WJz9mHyW9BZksioQnRsrAo";

    public override string Name => "did-indy";

    public override bool IsJson => true;

    public override IEnumerable<byte[]> Words() =>
        ["/anoncreds/v0/"u8.ToArray(), "REV_REG_ENTRY"u8.ToArray(), "?versionTime="u8.ToArray(), "%20"u8.ToArray(), "\"diddocContent\""u8.ToArray(), "#verkey"u8.ToArray()];

    public override IEnumerable<byte[]> Seeds() =>
    [
        Encoding.UTF8.GetBytes(Did + "/anoncreds/v0/SCHEMA/my%20schema/1.0"),
        Encoding.UTF8.GetBytes(Did + "/anoncreds/v0/REV_REG_ENTRY/12/tag/reg?from=1&to=2026-11-21T10:00:00Z"),
        Encoding.UTF8.GetBytes(Did + "?versionId=5#verkey"),
        """{"dest":"WJz9mHyW9BZksioQnRsrAo","verkey":"GyYtYWU1vjwd5PFJM4VSX5aUiSV3TyZMuLBJBTQvfdF8","role":null,"seqNo":5,"diddocContent":"{\"@context\":[\"a\"],\"service\":[{\"id\":\"#s\",\"type\":\"t\",\"serviceEndpoint\":\"u\"}],\"authentication\":[\"#k\"]}"}"""u8.ToArray(),
    ];

    public override void Run(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (IndyDidUrl.TryParse(text, out var url))
            Use(url);
        var nym = NymState.Parse(text);
        _ = IndyDocument.Build(IndyDid.Of("sovrin", nym.Dest), nym, IndyEndpoint.Parse("""{"endpoint":{"endpoint":"https://a.example"}}"""u8.ToArray()));
    }

    public override bool IsRefusal(Exception exception) => exception is LedgerException or LedgerClientException;

    private static void Use(IndyDidUrl url)
    {
        if (!IndyDidUrl.Parse(url.ToString()).Equals(url))
            throw new InvalidOperationException("A DID URL was changed by writing it.");
        if (url.Object is { } named && IndyObject.Parse(named.ToPath()) != named)
            throw new InvalidOperationException("A path was changed by writing it.");
        _ = url.Query.VersionSeqNo();
        _ = url.Query.Moment("versionTime");
    }
}
