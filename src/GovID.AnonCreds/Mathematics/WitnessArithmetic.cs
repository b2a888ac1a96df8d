using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Mathematics;

/// <summary>Sums of tails (specification 10.7). The place j of a list stands at tail L + 1 − j + i for the holder of place i.</summary>
internal static class WitnessArithmetic
{
    private const int BlockEntries = 512;

    /// <summary>Adds Σ tail_(L+1−j+i) over all j from 1 to L whose bit is 0 and that are not i; L has no bit and counts as valid.</summary>
    public static void AddMembers(G2Sum sum, TailsFile tails, IReadOnlyList<bool> revoked, int index)
    {
        var places = tails.Places;
        var buffer = new byte[BlockEntries * TailsFile.EntryLength];
        for (var first = index + 1; first <= places + index; first += BlockEntries)
        {
            var count = Math.Min(BlockEntries, places + index + 1 - first);
            AddBlock(sum, (tails, buffer), entry => IsMember(revoked, index, places + 1 + index - entry), (first, count));
        }
    }

    /// <summary>Adds and subtracts what has changed between two lists; the own place and place 0 count for nothing.</summary>
    public static void AddDifference(G2Sum sum, TailsFile tails, (IReadOnlyList<bool> From, IReadOnlyList<bool> To) revoked, int index)
    {
        Span<byte> tail = stackalloc byte[TailsFile.EntryLength];
        var (from, to) = revoked;
        for (var j = 1; j < to.Count; j++)
        {
            if (from[j] == to[j] || j == index)
                continue;
            tails.Read(tails.Places + 1 - j + index, tail);
            if (to[j])
                sum.Subtract(tail);
            else
                sum.Add(tail);
        }
    }

    /// <summary>Takes the last place, which has no bit, out of a witness: registries issued on demand do not count it.</summary>
    public static void RemoveLast(G2Sum sum, TailsFile tails, int index)
    {
        Span<byte> tail = stackalloc byte[TailsFile.EntryLength];
        tails.Read(index + 1, tail);
        sum.Subtract(tail);
    }

    private static void AddBlock(G2Sum sum, (TailsFile Tails, byte[] Buffer) source, Func<int, bool> counts, (int First, int Count) block)
    {
        var chosen = Enumerable.Range(0, block.Count).Where(i => counts(block.First + i)).ToList();
        if (chosen.Count == 0)
            return;
        var entries = source.Buffer.AsSpan(0, block.Count * TailsFile.EntryLength);
        source.Tails.Read(block.First, entries);
        foreach (var i in chosen)
            sum.Add(entries.Slice(i * TailsFile.EntryLength, TailsFile.EntryLength));
    }

    private static bool IsMember(IReadOnlyList<bool> revoked, int index, int j) => j != index && (j == revoked.Count || !revoked[j]);
}
