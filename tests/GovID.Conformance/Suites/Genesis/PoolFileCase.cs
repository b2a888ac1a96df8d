using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Genesis;
using GovID.Ledger.Merkle;

namespace GovID.Conformance.Suites.Genesis;

/// <summary>One pool genesis file and its entry in the index.</summary>
internal static class PoolFileCase
{
    public static void Run(byte[] file, JsonElement entry)
    {
        var genesis = PoolGenesis.Parse(file);
        Check.Equal("txns", entry.Member("txns").GetRawText(), $"{genesis.Transactions.Count}");
        Check.Equal("merkleRoot_b58", entry.Text("merkleRoot_b58"), genesis.Root.ToString());
        Check.Equal("merkleRoot_hex", entry.Text("merkleRoot_hex"), Hex.Encode(genesis.Root.ToArray()));
        var leaf = genesis.Transactions[0].ToMessagePack();
        Check.Equal("leaf1_msgpack_hex", entry.Text("leaf1_msgpack_hex"), Hex.Encode(leaf));
        Check.Equal("leafHash1_hex", entry.Text("leafHash1_hex"), Hex.Encode(MerkleProofs.LeafHash(leaf).ToArray()));
        if (entry.Optional("plenumSerializerAgrees") is { } agrees)
            Check.That("plenumSerializerAgrees", agrees.ValueKind == JsonValueKind.True, "our leaf is the stated one, so both serialisers agree");
        CheckNodes(entry.Items("activeNodes").ToList(), genesis.ActiveNodes);
        FileForms.Check(file, bytes => PoolGenesis.Parse(bytes).Root, bytes => PoolGenesis.Parse(bytes).ToBytes());
        DamagedLines.CheckPool(genesis.Transactions);
    }

    private static void CheckNodes(List<JsonElement> expected, IReadOnlyList<PoolNode> nodes)
    {
        Check.Equal("activeNodes.length", expected.Count, nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
        {
            var (entry, node, at) = (expected[i], nodes[i], $"activeNodes[{i}]");
            Check.Equal($"{at}.alias", entry.Text("alias"), node.Alias);
            Check.Equal($"{at}.dest", entry.Text("dest"), node.Dest);
            Check.Equal($"{at}.x25519_transport_hex", entry.Text("x25519_transport_hex"), Hex.Encode(node.TransportKey.Export()));
            Check.Equal($"{at}.client", entry.Text("client"), node.ClientAddress.ToString());
            Check.Equal($"{at}.blskey", entry.Optional("blskey") is { ValueKind: JsonValueKind.String } key ? key.GetString() : null, node.BlsKey);
        }
    }
}
