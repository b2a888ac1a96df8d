using System.Text;
using System.Text.Json;
using GovID.Ledger.Merkle;

namespace GovID.Conformance.Suites.Merkle;

/// <summary>One list of leaves with the roots of all its beginnings, audit paths and consistency proofs.</summary>
internal static class TreeCases
{
    public static IEnumerable<ConformanceCase> Of(string file, JsonElement content)
    {
        var log = new MerkleLog();
        foreach (var leaf in content.Texts("leafData_utf8"))
            log.Append(Encoding.UTF8.GetBytes(leaf));

        yield return new ConformanceCase($"{file} emptyRoot", () => CheckEmptyRoot(content));
        yield return new ConformanceCase(
            $"{file} leafHash length", () => Check.Equal("leafHash.length", content.Texts("leafHash").Length, (int)log.Size));
        foreach (var (hash, i) in content.Texts("leafHash").Select((hash, i) => (hash, i)))
        {
            yield return new ConformanceCase(
                $"{file} leafHash[{i}]", () => Check.Equal("leafHash", hash, Convert.ToHexStringLower(log.LeafHash(i).ToArray())));
        }

        foreach (var (list, check) in Lists())
        {
            foreach (var (item, i) in content.Items(list).Select((item, i) => (item, i)))
                yield return new ConformanceCase($"{file} {list}[{i}]", () => check(log, item));
        }
    }

    private static (string List, Action<MerkleLog, JsonElement> Check)[] Lists() =>
        [("roots", CheckRoot), ("inclusion", CheckInclusion), ("consistency", CheckConsistency)];

    private static void CheckEmptyRoot(JsonElement content)
    {
        var empty = new MerkleLog().Root;
        Check.Equal("emptyRoot_hex", content.Text("emptyRoot_hex"), Convert.ToHexStringLower(empty.ToArray()));
        Check.Equal("emptyRoot_b58", content.Text("emptyRoot_b58"), empty.ToString());
    }

    private static void CheckRoot(MerkleLog log, JsonElement item)
    {
        var size = item.Number("size");
        var root = log.RootAt(size);
        Check.Equal("hex", item.Text("hex"), Convert.ToHexStringLower(root.ToArray()));
        Check.Equal("b58", item.Text("b58"), root.ToString());

        var path = log.InclusionProof(size - 1, size).Select(hash => hash.ToString()).ToArray();
        var expected = item.Texts("auditPathOfLastLeaf_b58");
        CheckHashes("auditPathOfLastLeaf_b58", expected, path);
        Check.Equal("appendReturnsSameOrder", item.Truth("appendReturnsSameOrder"), expected.SequenceEqual(path));
    }

    private static void CheckInclusion(MerkleLog log, JsonElement item)
    {
        var (index, size) = (item.Number("seqNo") - 1, item.Number("size"));
        var path = log.InclusionProof(index, size);
        CheckHashes("auditPath_b58", item.Texts("auditPath_b58"), [.. path.Select(hash => hash.ToString())]);
        Check.Equal("root_b58", item.Text("root_b58"), log.RootAt(size).ToString());
        Check.Equal<MerkleVerdict>(
            "verdict", new MerkleVerdict.Accepted(), MerkleProofs.VerifyInclusion(log.LeafHash(index), index, size, path, log.RootAt(size)));
    }

    private static void CheckConsistency(MerkleLog log, JsonElement item)
    {
        var (first, second) = (item.Number("oldSize"), item.Number("newSize"));
        var proof = log.ConsistencyProof(first, second);
        CheckHashes("proof_b58", item.Texts("proof_b58"), [.. proof.Select(hash => hash.ToString())]);
        Check.Equal("oldRoot_b58", item.Text("oldRoot_b58"), log.RootAt(first).ToString());
        Check.Equal("newRoot_b58", item.Text("newRoot_b58"), log.RootAt(second).ToString());
        Check.Equal<MerkleVerdict>(
            "verdict",
            new MerkleVerdict.Accepted(),
            MerkleProofs.VerifyConsistency(first, log.RootAt(first), second, log.RootAt(second), proof));
    }

    private static void CheckHashes(string field, string[] expected, string[] actual)
    {
        Check.Equal($"{field}.length", expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Check.Equal($"{field}[{i}]", expected[i], actual[i]);
    }
}
