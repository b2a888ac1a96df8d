using System.Runtime.InteropServices;
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
        var bits = Bits(revoked);
        var buffer = new byte[BlockEntries * TailsFile.EntryLength];
        var end = tails.Places + index + 1;
        for (var first = index + 1; first < end; first += BlockEntries)
        {
            var members = Members(bits, index, first, Math.Min(BlockEntries, end - first));
            if (members.Count == 0)
                continue;
            var entries = buffer.AsSpan(0, Math.Min(BlockEntries, end - first) * TailsFile.EntryLength);
            tails.Read(first, entries);
            foreach (var entry in members)
                sum.Add(entries.Slice((entry - first) * TailsFile.EntryLength, TailsFile.EntryLength));
        }
    }

    /// <summary>Adds and subtracts what has changed between two lists of one length; the own place and place 0 count for nothing.</summary>
    public static void AddDifference(G2Sum sum, TailsFile tails, (IReadOnlyList<bool> From, IReadOnlyList<bool> To) revoked, int index)
    {
        ReadOnlySpan<bool> from = Bits(revoked.From), to = Bits(revoked.To);
        Span<byte> tail = stackalloc byte[TailsFile.EntryLength];
        for (var j = 1; j < to.Length; j++)
        {
            j += from[j..].CommonPrefixLength(to[j..]);
            if (j >= to.Length || j == index)
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

    /// <summary>Lists the tails of a block whose places are valid.</summary>
    private static List<int> Members(ReadOnlySpan<bool> revoked, int index, int first, int count)
    {
        var members = new List<int>(count);
        for (var entry = first; entry < first + count; entry++)
        {
            var j = revoked.Length + 1 + index - entry;
            if (j != index && (j == revoked.Length || !revoked[j]))
                members.Add(entry);
        }

        return members;
    }

    private static ReadOnlySpan<bool> Bits(IReadOnlyList<bool> revoked) => revoked switch
    {
        bool[] array => array,
        List<bool> list => CollectionsMarshal.AsSpan(list),
        _ => revoked.ToArray(),
    };
}
