using System.Text;
using GovID.Cryptography.Hashing;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Ledger.Internal.Proofs;

/// <summary>A query and its result, with the readings that the checks share.</summary>
internal sealed class ReplyParts
{
    private ReplyParts(LedgerMap operation, LedgerMap result, LedgerValue data)
    {
        Operation = operation;
        Result = result;
        Data = data;
    }

    public LedgerMap Operation { get; }

    public LedgerMap Result { get; }

    /// <summary>The member <c>data</c>; where that is a text, the JSON in it; null where it is absent.</summary>
    public LedgerValue Data { get; }

    public LedgerMap? DataMap => Data as LedgerMap;

    public string? Type => Operation.FindText("type")?.Value;

    /// <summary>Reads the parts; null when <c>data</c> is a text that is not JSON, which is never proved (specification 11.2).</summary>
    public static ReplyParts? TryRead(LedgerMap operation, LedgerMap result)
    {
        var data = result.Find("data") ?? LedgerValue.Null;
        if (data is LedgerText text)
        {
            if (!LedgerValue.TryParse(Encoding.UTF8.GetBytes(text.Value), out var parsed))
                return null;
            data = parsed;
        }

        return new ReplyParts(operation, result, data);
    }

    /// <summary>A text member of the operation.</summary>
    public string? Asked(string name) => Operation.FindText(name)?.Value;

    /// <summary>An integer member of the operation; null when absent or null.</summary>
    public long? AskedNumber(string name) => Operation.FindInteger(name) is { } integer && integer.TryGetInt64(out var number) ? number : null;

    /// <summary>A value wrapped with the sequence number and time that the result gives.</summary>
    public byte[] Wrapped(LedgerValue value) => StateValues.Wrap(value, Member("seqNo"), Member("txnTime"));

    /// <summary>A value wrapped so, or null where the reply says that there is none.</summary>
    public byte[]? WrappedOrAbsent(LedgerValue value) => value is LedgerNull ? null : Wrapped(value);

    public LedgerValue Member(string name) => Result.Find(name) ?? LedgerValue.Null;

    public static string HexSha256(string text) => Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(text)));
}
