using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Internal;

/// <summary>The field rules that several operations share (specification 11).</summary>
internal static class FieldRule
{
    public const int LongestName = 256;
    public const int LongestRaw = 5 * 1024;
    public const int LongestDocument = 10 * 1024;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public static void Require(bool holds, string field, string rule)
    {
        if (!holds)
            throw new LedgerException(LedgerErrorCode.OutOfRange, $"The member '{field[(field.LastIndexOf('.') + 1)..]}' {rule}.", field);
    }

    public static void Name(string? text, string field) =>
        Require(text is null or { Length: > 0 and <= LongestName }, field, $"has 1 to {LongestName} characters");

    public static void Sha256Digest(string? text, string field) =>
        Require(
            text is null || (text.Length == 64 && !text.AsSpan().ContainsAnyExcept(HexDigits)),
            field,
            "is a SHA-256 of 64 hexadecimal digits");

    /// <summary>Two or three numbers with dots between.</summary>
    public static void Version(string text, string field)
    {
        var parts = text.Split('.');
        Require(
            text.Length <= LongestName && parts.Length is 2 or 3 && parts.All(part => part.Length > 0 && !part.AsSpan().ContainsAnyExceptInRange('0', '9')),
            field,
            "has two or three numbers with dots between");
    }

    public static int ByteCount(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>A text that is a JSON object.</summary>
    public static LedgerMap JsonObject(string text, string field)
    {
        try
        {
            return LedgerMap.Parse(text, JsonLimits.ClientMessage);
        }
        catch (LedgerException e)
        {
            throw new LedgerException(e.Code, $"The member must be a text that is a JSON object: {e.Message}", field, inner: e);
        }
    }

    public static bool IsIpv4(string text) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork && address.ToString() == text;
}
