using System.Globalization;
using System.Numerics;

namespace GovID.Ledger.Client.DidIndy;

/// <summary>The parameters of a did:indy URL (specification 14.1, 14.2). The texts are kept as they came; each is judged when it is used.</summary>
public sealed record IndyQuery
{
    private const int LongestNumber = 20;
    private const int LongestMoment = 64;

    private static readonly string[] Known = ["versionId", "versionTime", "from", "to"];
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Gets the parameters in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; private init; } = [];

    /// <summary>Reads a query without its question mark.</summary>
    /// <param name="query">The query; null for none.</param>
    /// <returns>The parameters.</returns>
    /// <exception cref="LedgerClientException">A parameter is unknown, has no value or stands there twice.</exception>
    public static IndyQuery Parse(string? query)
    {
        if (query is null)
            return new IndyQuery();

        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var pair in query.Split('&'))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? pair : pair[..at];
            if (at < 0 || at == pair.Length - 1 || !Known.Contains(name))
                throw new LedgerClientException(LedgerClientErrorCode.Malformed, "The parameters are versionId, versionTime, from and to, each with a value.", name);
            if (parameters.Exists(parameter => parameter.Key == name))
                throw new LedgerClientException(LedgerClientErrorCode.Malformed, "A parameter stands there twice.", name);
            parameters.Add(new(name, Uri.UnescapeDataString(pair[(at + 1)..])));
        }

        return new IndyQuery { Parameters = parameters };
    }

    /// <summary>Finds a parameter as it came.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The text, or null.</returns>
    public string? Find(string name) => Parameters.FirstOrDefault(parameter => parameter.Key == name).Value;

    /// <summary>Reads <c>versionId</c>: the sequence number of a transaction.</summary>
    /// <returns>The number, or null when the parameter is absent.</returns>
    /// <exception cref="LedgerClientException">The text is no number greater than 0.</exception>
    public BigInteger? VersionSeqNo()
    {
        if (Find("versionId") is not { } text)
            return null;
        return text.Length <= LongestNumber && BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.Sign > 0
            ? number
            : throw new LedgerClientException(LedgerClientErrorCode.Malformed, "The version is the number of a transaction.", "versionId");
    }

    /// <summary>Reads a moment: <c>versionTime</c>, <c>from</c> or <c>to</c>, as RFC 3339 or as seconds since 1970.</summary>
    /// <param name="name">The parameter.</param>
    /// <returns>Seconds since 1970, rounded down; null when the parameter is absent.</returns>
    /// <exception cref="LedgerClientException">The text is neither.</exception>
    public long? Moment(string name)
    {
        if (Find(name) is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return seconds;

        var exact = WithSevenDecimals(text.ToUpperInvariant());
        var hasOffset = exact.Length > 6 && (exact[^1] == 'Z' || exact[^6] is '+' or '-');
        return hasOffset && DateTimeOffset.TryParseExact(exact, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.ToUnixTimeSeconds()
            : throw new LedgerClientException(LedgerClientErrorCode.Malformed, "A time is RFC 3339 with its offset, such as 2026-11-21T10:00:00Z.", name);
    }

    /// <summary>Writes the query with its question mark; empty without parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Parameters.Count == 0
        ? string.Empty
        : "?" + string.Join('&', Parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));

    /// <summary>Compares the parameters in their order.</summary>
    /// <param name="other">The other query.</param>
    /// <returns>Whether both are equal.</returns>
    public bool Equals(IndyQuery? other) => other is not null && Parameters.SequenceEqual(other.Parameters);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    // RFC 3339 lets a second have any number of decimals; seven are read, and more could not change the second.
    private static string WithSevenDecimals(string text)
    {
        const int most = 7;
        var from = text.IndexOf('.', StringComparison.Ordinal) + 1;
        var count = from == 0 || text.Length > LongestMoment ? 0 : text.AsSpan(from).IndexOfAnyExceptInRange('0', '9');
        return count > most ? text.Remove(from + most, count - most) : text;
    }
}
