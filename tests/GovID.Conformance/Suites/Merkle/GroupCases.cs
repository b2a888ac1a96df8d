using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovID.Ledger.Merkle;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Merkle;

/// <summary>
/// Named groups, told apart by their members: leaves with a root (<c>root_hex</c>, <c>root8_b58</c>) and perhaps <c>proofsFromSize</c>, or one
/// leaf with its audit path.
/// </summary>
internal static partial class GroupCases
{
    public static IEnumerable<ConformanceCase> Of(string file, JsonElement content)
    {
        foreach (var group in content.EnumerateObject())
        {
            var name = $"{file} {group.Name}";
            var cases = group.Value switch
            {
                { } value when value.Has("leaves_utf8") => OfLeaves(name, value),
                { } value when value.Has("leaf_json") => [new ConformanceCase(name, () => CheckPath(value))],
                _ => [ConformanceCase.Failed(name, "the group has neither leaves_utf8 nor leaf_json")],
            };
            foreach (var found in cases)
                yield return found;
        }
    }

    private static IEnumerable<ConformanceCase> OfLeaves(string name, JsonElement group)
    {
        var log = new MerkleLog();
        foreach (var leaf in group.Texts("leaves_utf8"))
            log.Append(Encoding.UTF8.GetBytes(leaf));

        yield return new ConformanceCase($"{name} root", () => CheckRoots(log, group));
        if (group.Optional("proofsFromSize") is not { } proofs)
            yield break;
        foreach (var proof in proofs.EnumerateObject())
            yield return new ConformanceCase($"{name} proofsFromSize {proof.Name}", () => CheckProof(log, proof));
    }

    private static void CheckRoots(MerkleLog log, JsonElement group)
    {
        var found = 0;
        foreach (var member in group.EnumerateObject().Where(member => RootMember().IsMatch(member.Name)))
        {
            found++;
            var root = log.Root;
            var actual = member.Name.EndsWith("_hex", StringComparison.Ordinal) ? Convert.ToHexStringLower(root.ToArray()) : root.ToString();
            Check.Equal(member.Name, member.Value.GetString(), actual);
        }

        Check.That("root", found > 0, "the group names no root");
    }

    private static void CheckProof(MerkleLog log, JsonProperty proof)
    {
        var first = long.Parse(proof.Name, CultureInfo.InvariantCulture);
        var expected = proof.Value.EnumerateArray().Select(item => item.GetString()).ToArray();
        var actual = log.ConsistencyProof(first, log.Size);
        Check.Equal("length", expected.Length, actual.Length);
        for (var i = 0; i < actual.Length; i++)
            Check.Equal($"[{i}]", expected[i], actual[i].ToString());
        Check.Equal<MerkleVerdict>(
            "verdict",
            new MerkleVerdict.Accepted(),
            MerkleProofs.VerifyConsistency(first, log.RootAt(first), log.Size, log.Root, actual));
    }

    private static void CheckPath(JsonElement group)
    {
        var leaf = LedgerValue.Parse(group.Text("leaf_json")).ToMessagePack();
        Check.Equal("leaf_msgpack_hex", group.Text("leaf_msgpack_hex"), Convert.ToHexStringLower(leaf));
        MerkleHash[] path = [.. group.Texts("auditPath_b58").Select(text => MerkleHash.Parse(text))];
        var verdict = MerkleProofs.VerifyInclusion(
            MerkleProofs.LeafHash(leaf), group.Number("seqNo") - 1, group.Number("size"), path, MerkleHash.Parse(group.Text("root_b58")));
        Check.Equal<MerkleVerdict>("auditPath_b58", new MerkleVerdict.Accepted(), verdict);
    }

    [GeneratedRegex("^root[0-9]*_(hex|b58)$", RegexOptions.CultureInvariant)]
    private static partial Regex RootMember();
}
