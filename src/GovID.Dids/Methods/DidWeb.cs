using System.Globalization;
using System.Net;
using GovID.Dids.Internal;

namespace GovID.Dids.Methods;

/// <summary>did:web: a document at a well-known place of a domain (did:web Method Specification).</summary>
public static class DidWeb
{
    /// <summary>The method's name.</summary>
    public const string Method = "web";

    private const int MaximumDomainLength = 253;

    /// <summary>Where the document of a did:web lies: always https.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.UnsupportedMethod"/>: another method; <see cref="DidErrorCode.Malformed"/>: the domain
    /// is no DNS name, the port no number, or a path segment is empty or would climb.</exception>
    public static Uri DocumentAddressOf(Did did)
    {
        ArgumentNullException.ThrowIfNull(did);
        if (did.Method != Method) throw new DidException(DidErrorCode.UnsupportedMethod, $"The DID is of method '{did.Method}', not of did:web.", "did");
        var parts = did.MethodSpecificId.Split(':');
        var (domain, port) = ReadAuthority(parts[0]);
        var path = parts.Length == 1 ? "/.well-known" : string.Concat(parts.Skip(1).Select(part => "/" + ReadSegment(part)));
        return new Uri($"https://{domain}{port}{path}/did.json");
    }

    // The colon before a port is written %3A, because a colon begins a path segment.
    private static (string Domain, string Port) ReadAuthority(string text)
    {
        var mark = text.IndexOf("%3A", StringComparison.OrdinalIgnoreCase);
        var domain = mark < 0 ? text : text[..mark];
        if (!IsDnsName(domain)) throw Refused("names no DNS domain (an address of digits is not allowed)");
        if (mark < 0) return (domain, string.Empty);
        return ushort.TryParse(text.AsSpan(mark + 3), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? (domain, string.Create(CultureInfo.InvariantCulture, $":{port}"))
            : throw Refused("has a port that is not a number from 1 to 65535");
    }

    private static string ReadSegment(string text)
    {
        var decoded = DidSyntax.Decode(text);
        if (string.IsNullOrEmpty(decoded) || decoded is "." or "..") throw Refused("has an empty path segment or one that climbs");
        if (decoded.AsSpan().ContainsAny('/', '\\', '\0')) throw Refused("hides a slash in a path segment");
        return Uri.EscapeDataString(decoded);
    }

    private static bool IsDnsName(string domain) =>
        domain.Length is > 0 and <= MaximumDomainLength && !IPAddress.TryParse(domain, out _) && Uri.CheckHostName(domain) == UriHostNameType.Dns
        && !domain.Split('.')[^1].All(char.IsAsciiDigit);

    private static DidException Refused(string what) => new(DidErrorCode.Malformed, $"The did:web {what}.", "did");
}
