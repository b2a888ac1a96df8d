using System.Globalization;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal.Fields;

/// <summary>Rules of network addresses, without asking the operating system.</summary>
internal static class NetworkRules
{
    private const int HighestPort = 65_535;
    private const int GroupsOfIpV6 = 8;

    /// <summary>An address of IP version 4 or 6 that names one interface.</summary>
    public static FieldRule Address { get; } = FieldRule.Of<LedgerText>(
        "str", text => IsAddress(text.Value) && !IsUnspecified(text.Value) ? null : $"invalid network ip address ({text.Value})");

    /// <summary>Whether the text is an address of IP version 4 or 6.</summary>
    public static bool IsAddress(string text) => IsIpV4(text) || IsIpV6(text);

    /// <summary>Whether the text is a port from 1 to 65535.</summary>
    public static bool IsPort(string text) =>
        text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit)
        && int.Parse(text, CultureInfo.InvariantCulture) is > 0 and <= HighestPort;

    private static bool IsUnspecified(string text) => text is "0.0.0.0" or "0:0:0:0:0:0:0:0" or "::";

    private static bool IsIpV4(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 4 && Array.TrueForAll(parts, IsOctet);
    }

    private static bool IsOctet(string part) =>
        part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0')
        && int.Parse(part, CultureInfo.InvariantCulture) <= byte.MaxValue;

    private static bool IsIpV6(string text)
    {
        if (text.Length is < 2 or > 45)
            return false;
        var halves = text.Split("::");
        if (halves.Length > 2)
            return false;
        var groups = halves.Sum(half => half.Length == 0 ? 0 : CountGroups(half, isLast: ReferenceEquals(half, halves[^1])));
        return halves.Length == 2 ? groups is >= 0 and < GroupsOfIpV6 : groups == GroupsOfIpV6;
    }

    private static int CountGroups(string half, bool isLast)
    {
        const int bad = -100;
        var groups = half.Split(':');
        var count = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            if (isLast && i == groups.Length - 1 && IsIpV4(groups[i]))
                count += 2;
            else if (groups[i].Length is > 0 and <= 4 && groups[i].All(char.IsAsciiHexDigit))
                count++;
            else
                return bad;
        }

        return count;
    }
}
