using System.Numerics;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The place of one table of a base: empty until the base was used often enough that a table pays.</summary>
internal sealed class TableSlot(TableSize size, bool forSecrets)
{
    /// <summary>A table costs as much as it saves in three to five uses.</summary>
    private const int UsesBefore = 3;

    private FixedBaseTable? _table;
    private int _uses;
    private int _isMade;

    /// <summary>The longest exponent that it serves.</summary>
    public int Bits => size.Bits;

    /// <summary>Returns the table, and makes it when it is due; null where there is none yet, or no memory for it.</summary>
    public FixedBaseTable? Find(ModularContext context, BigInteger value, TableShare share)
    {
        var table = Volatile.Read(ref _table);
        if (table is not null || Interlocked.Increment(ref _uses) <= UsesBefore)
            return table;

        // One thread makes the table; the others do without it meanwhile.
        if (Interlocked.Exchange(ref _isMade, 1) == 1)
            return null;
        if (!share.TryTake(size.Bytes))
        {
            Volatile.Write(ref _isMade, 0);
            return null;
        }

        table = FixedBaseTable.Create(context, value, size.Bits, forSecrets, size.Bytes);
        Volatile.Write(ref _table, table);
        return table;
    }
}

/// <summary>How large a table is cut.</summary>
/// <param name="Bits">The longest exponent.</param>
/// <param name="Bytes">The memory.</param>
internal readonly record struct TableSize(int Bits, int Bytes);
