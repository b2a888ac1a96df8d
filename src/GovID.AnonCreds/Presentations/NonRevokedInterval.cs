using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Presentations;

/// <summary>The time in which a credential must be shown not to be revoked, in seconds since 1970 (specification 9.1, 9.6).</summary>
/// <param name="From">The earliest accepted time of a status list; null for the beginning of time.</param>
/// <param name="To">The latest accepted time of a status list; null for the end of time.</param>
public sealed record NonRevokedInterval(
    [property: JsonPropertyName("from")] ulong? From = null,
    [property: JsonPropertyName("to")] ulong? To = null)
{
    /// <summary>True when a status list of that time satisfies the interval.</summary>
    public bool Contains(ulong timestamp) => timestamp >= (From ?? 0) && timestamp <= (To ?? ulong.MaxValue);

    /// <summary>The stricter of both: the later beginning and the earlier end, a bound that is given winning over one that is not.</summary>
    public NonRevokedInterval Intersect(NonRevokedInterval other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new NonRevokedInterval(
            From is { } from && other.From is { } otherFrom ? Math.Max(from, otherFrom) : From ?? other.From,
            To is { } to && other.To is { } otherTo ? Math.Min(to, otherTo) : To ?? other.To);
    }
}
