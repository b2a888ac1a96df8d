using System.Text;
using System.Text.Json;
using GovID.Ledger.Merkle;
using GovID.Ledger.State;

namespace GovID.Conformance.Suites.Trie;

/// <summary>
/// Named groups: entries with the root they lead to and one proof that several keys share, or a damaged proof that must fail under every
/// root of the file.
/// </summary>
internal static class ProofCases
{
    public static IEnumerable<ConformanceCase> Of(string file, JsonElement content)
    {
        foreach (var group in content.EnumerateObject())
        {
            yield return new ConformanceCase(
                $"{file} {group.Name}",
                group.Value.Has("entries") ? () => CheckGroup(group.Value) : () => CheckDamaged(content, group.Value));
        }
    }

    private static void CheckGroup(JsonElement group)
    {
        var trie = new StateTrie();
        var entries = group.Member("entries").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!);
        foreach (var (key, value) in entries)
            trie.Set(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(value));
        Check.Equal("root", Root(group).ToString(), trie.Root.ToString());

        var keys = group.Has("mustVerify") ? group.Texts("mustVerify") : [.. entries.Keys];
        var verdicts = TrieProof.VerifyAll(trie.Root, Proof(group), [.. keys.Select(key => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(key))]);
        foreach (var (key, verdict) in keys.Zip(verdicts))
        {
            var value = (verdict as TrieVerdict.Present)?.Value ?? throw new MismatchException($"{key}: {verdict}");
            Check.Equal(key, entries.GetValueOrDefault(key), Encoding.UTF8.GetString(value.Span));
        }
    }

    private static void CheckDamaged(JsonElement content, JsonElement damaged)
    {
        var others = content.EnumerateObject().Select(group => group.Value).Where(group => group.Has("entries")).ToArray();
        Check.That("mustFail", others.Length > 0, "the file names no root to try");
        var fails = others.All(group => group.Member("entries").EnumerateObject().All(entry =>
            TrieProof.Verify(Root(group), Proof(damaged), Encoding.UTF8.GetBytes(entry.Name)) is TrieVerdict.Rejected));
        Check.Equal("mustFail", damaged.Truth("mustFail"), fails);
    }

    private static MerkleHash Root(JsonElement group) => group.Has("root_hex")
        ? new MerkleHash(group.Bytes("root_hex"))
        : MerkleHash.Parse(group.Text("root_b58"));

    private static byte[] Proof(JsonElement group) => group.Has("proof_hex")
        ? group.Bytes("proof_hex")
        : Convert.FromBase64String(group.Text("proof_b64"));
}
