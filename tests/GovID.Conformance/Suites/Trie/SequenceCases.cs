using System.Text;
using System.Text.Json;
using GovID.Cryptography.Hashing;
using GovID.Ledger.Merkle;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Trie;

/// <summary>Writes one after the other: a root for every step, proofs of present and absent keys over the last one.</summary>
internal static class SequenceCases
{
    private const string OnlyEncoding = "rlp(list of one byte string)";

    public static IEnumerable<ConformanceCase> Of(string file, JsonElement content)
    {
        yield return new ConformanceCase($"{file} blankRoot", () => CheckBlank(content));
        foreach (var (sequence, number) in content.Items("sequences").Select((sequence, number) => (sequence, number)))
        {
            var name = $"{file} sequences[{number}]";
            var trie = new StateTrie();
            foreach (var (step, i) in sequence.Items("steps").Select((step, i) => (step, i)))
                yield return new ConformanceCase($"{name}.steps[{i}]", () => CheckStep(trie, step));
            yield return new ConformanceCase(
                $"{name}.root", () => Check.Equal("root_hex", sequence.Text("root_hex"), Hex(trie.Root)));
            foreach (var (proof, i) in sequence.Items("proofs").Select((proof, i) => (proof, i)))
                yield return new ConformanceCase($"{name}.proofs[{i}]", () => CheckProof(trie.Freeze(), proof));
        }
    }

    private static void CheckBlank(JsonElement content)
    {
        Check.Equal("blankRoot_hex", content.Text("blankRoot_hex"), Hex(StateTrie.EmptyRoot));
        Check.Equal("blankRoot_b58", content.Text("blankRoot_b58"), StateTrie.EmptyRoot.ToString());
        Check.Equal("valueEncoding", content.Text("valueEncoding"), OnlyEncoding);
    }

    private static void CheckStep(StateTrie trie, JsonElement step)
    {
        var key = Encoding.UTF8.GetBytes(step.Text("key"));
        switch (step.Text("op"))
        {
            case "set":
                trie.Set(key, Encoding.UTF8.GetBytes(step.Text("value")));
                break;
            case "delete":
                trie.Remove(key);
                break;
            default:
                throw new MismatchException($"the operation '{step.Text("op")}' is neither set nor delete");
        }

        Check.Equal("root_hex", step.Text("root_hex"), Hex(trie.Root));
        Check.Equal("root_b58", step.Text("root_b58"), trie.Root.ToString());
    }

    private static void CheckProof(StateView state, JsonElement proof)
    {
        var key = Encoding.UTF8.GetBytes(proof.Text("key"));
        var recorded = Convert.FromBase64String(proof.Text("proof_nodes_b64"));
        var own = state.Prove(key).ProofNodes;
        CheckSets("proof_nodes_b64", NodeHashes(recorded), NodeHashes(own.Span));
        if (proof.Optional("node_hashes") is not null)
            CheckSets("node_hashes", [.. proof.Texts("node_hashes").Order(StringComparer.Ordinal)], NodeHashes(own.Span));

        var value = state.Get(key);
        if (proof.Optional("absent") is not null)
            Check.Equal("absent", proof.Truth("absent"), value is null);
        CheckVerdict(value, TrieProof.Verify(state.Root, recorded, key));
        CheckVerdict(value, TrieProof.Verify(state.Root, own.Span, key));
    }

    private static void CheckVerdict(byte[]? value, TrieVerdict verdict)
    {
        switch (verdict)
        {
            case TrieVerdict.Present present when value is not null:
                Check.Equal("value", value, present.Value.Span);
                break;
            case TrieVerdict.Absent when value is null:
                break;
            default:
                throw new MismatchException($"verdict: expected {(value is null ? "absence" : "a value")}, got {verdict}");
        }
    }

    private static string[] NodeHashes(ReadOnlySpan<byte> proofNodes) =>
    [
        .. ((LedgerList)Rlp.Read(proofNodes))
            .Select(node => Convert.ToHexStringLower(Sha3_256.Hash(Rlp.Write(node))))
            .Order(StringComparer.Ordinal),
    ];

    private static void CheckSets(string field, string[] expected, string[] actual) =>
        Check.Equal(field, string.Join(' ', expected), string.Join(' ', actual));

    private static string Hex(MerkleHash hash) => Convert.ToHexStringLower(hash.ToArray());
}
