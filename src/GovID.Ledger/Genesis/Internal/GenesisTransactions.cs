using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.Ledger.Values;

namespace GovID.Ledger.Genesis.Internal;

/// <summary>Writes the transactions of new networks as the original generator does (specification 2.1, 2.3).</summary>
internal static class GenesisTransactions
{
    public static LedgerMap Nym(int seqNo, GenesisNym nym)
    {
        var data = LedgerMap.Of(("dest", nym.Dest.Text));
        if (nym.Role is not null)
            data = data.With("role", nym.Role);
        if (nym.Verkey is { } verkey)
            data = data.With("verkey", verkey.Text);
        var metadata = nym.From is { } from ? LedgerMap.Of(("from", from.Text)) : LedgerMap.Empty;
        return Envelope(Requests.Operations.Nym.Number, data, metadata, LedgerMap.Of(("seqNo", seqNo)));
    }

    public static LedgerMap Node(int seqNo, PoolNode node)
    {
        var content = LedgerMap.Of(
            ("alias", node.Alias),
            ("client_ip", node.ClientAddress.Ip),
            ("client_port", node.ClientAddress.Port),
            ("node_ip", node.NodeAddress.Ip),
            ("node_port", node.NodeAddress.Port),
            ("services", new LedgerList(node.Services.Select(service => (LedgerValue)service))));
        if (node.BlsKey is not null)
            content = content.With("blskey", node.BlsKey);
        if (node.BlsKeyProof is not null)
            content = content.With("blskey_pop", node.BlsKeyProof);
        return Envelope(
            Requests.Operations.Node.Number,
            LedgerMap.Of(("data", content), ("dest", node.Dest)),
            LedgerMap.Of(("from", node.Steward.Text)),
            LedgerMap.Of(("seqNo", seqNo), ("txnId", Hex.Encode(Sha256.Hash(Encoding.UTF8.GetBytes(node.Alias))))));
    }

    private static LedgerMap Envelope(string type, LedgerMap data, LedgerMap metadata, LedgerMap txnMetadata) => LedgerMap.Of(
        ("reqSignature", LedgerMap.Empty),
        ("txn", LedgerMap.Of(("data", data), ("metadata", metadata), ("type", type))),
        ("txnMetadata", txnMetadata),
        ("ver", "1"));
}
