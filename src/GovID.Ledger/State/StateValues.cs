using System.Diagnostics.CodeAnalysis;
using GovID.Ledger.Values;

namespace GovID.Ledger.State;

/// <summary>A state value with the transaction that wrote it (specification 9.3).</summary>
/// <param name="SeqNo">The transaction's sequence number.</param>
/// <param name="TxnTime">Its time in seconds, or null for genesis transactions.</param>
/// <param name="Value">What was written.</param>
public sealed record WrittenValue(long SeqNo, long? TxnTime, LedgerValue Value)
{
    /// <summary>Reads a stored value.</summary>
    /// <param name="stored">The bytes from the state.</param>
    /// <returns>The value.</returns>
    /// <exception cref="LedgerException">The bytes are not <c>{"lsn","lut","val"}</c>.</exception>
    public static WrittenValue Parse(ReadOnlySpan<byte> stored) => TryRead(LedgerValue.Parse(stored), out var written)
        ? written
        : throw new LedgerException(LedgerErrorCode.WrongType, "A state value must be an object of lsn, lut and val.");

    /// <summary>Writes the stored form: state JSON of <c>{"lsn","lut","val"}</c>.</summary>
    /// <returns>The bytes for the state.</returns>
    public byte[] ToBytes() => StateValues.Wrap(Value, SeqNo, TxnTime);

    private static bool TryRead(LedgerValue value, [NotNullWhen(true)] out WrittenValue? written)
    {
        written = null;
        if (value is not LedgerMap { Count: 3 } map || map.Find("val") is not { } inner)
            return false;
        if (map.FindInteger("lsn") is not { } lsn || !lsn.TryGetInt64(out var seqNo))
            return false;

        long? time = null;
        if (map.Find("lut") is LedgerInteger lut && lut.TryGetInt64(out var seconds))
            time = seconds;
        else if (map.Find("lut") is not LedgerNull)
            return false;

        written = new WrittenValue(seqNo, time, inner);
        return true;
    }
}

/// <summary>Writes values the way a state stores them (specification 9.3).</summary>
public static class StateValues
{
    /// <summary>Wraps a value with the transaction that wrote it: state JSON of <c>{"lsn","lut","val"}</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="seqNo">The transaction's sequence number.</param>
    /// <param name="txnTime">Its time in seconds, or null for genesis transactions.</param>
    /// <returns>The bytes for the state.</returns>
    public static byte[] Wrap(LedgerValue value, long seqNo, long? txnTime) =>
        Wrap(value, (LedgerValue)seqNo, txnTime is { } time ? time : LedgerValue.Null);

    internal static byte[] Wrap(LedgerValue value, LedgerValue seqNo, LedgerValue txnTime) =>
        LedgerMap.Of(("lsn", seqNo), ("lut", txnTime), ("val", value)).ToStateJsonBytes();
}
