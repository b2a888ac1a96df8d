using System.Globalization;
using System.Numerics;
using GovID.Ledger.Identifiers;

namespace GovID.Ledger.Internal;

/// <summary>The common parts of the colon-separated identifiers.</summary>
internal static class LegacyIds
{
    private const int LongestSeqNo = 20;

    /// <summary>Splits <c>&lt;did&gt;:&lt;marker&gt;:&lt;rest&gt;</c>.</summary>
    public static bool TryTakeIssuer(string text, string marker, out LedgerDid issuer, out string rest)
    {
        const string Sov = "did:sov:";
        issuer = default;
        rest = string.Empty;
        var plain = text.StartsWith(Sov, StringComparison.Ordinal) ? text[Sov.Length..] : text;
        var parts = plain.Split(':', 3);
        if (parts.Length != 3 || parts[1] != marker || parts[2].Length == 0 || !LedgerDid.TryParse(parts[0], out issuer))
            return false;

        rest = parts[2];
        return true;
    }

    /// <summary>Reads a sequence number in its only decimal form; 0 stands for a schema that is not known by number.</summary>
    public static bool TryReadSeqNo(string text, out BigInteger number)
    {
        number = default;
        return text.Length is > 0 and <= LongestSeqNo
            && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            && (text.Length == 1 || text[0] != '0')
            && BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
