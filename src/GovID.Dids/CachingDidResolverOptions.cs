namespace GovID.Dids;

/// <summary>How long and how much <see cref="CachingDidResolver"/> keeps.</summary>
public sealed class CachingDidResolverOptions
{
    /// <summary>The most DIDs kept; the one unused for longest makes room. At least 1. Default: 10,000.</summary>
    public int MaximumEntries { get; set; } = 10_000;

    /// <summary>How long a document may be used again. Default: 5 minutes.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long by method name, where it differs from <see cref="KeepFor"/>. Default: a day for did:key and did:jwk, which never change.</summary>
    public IDictionary<string, TimeSpan> KeepForByMethod { get; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal)
    {
        ["key"] = TimeSpan.FromDays(1),
        ["jwk"] = TimeSpan.FromDays(1),
    };

    /// <summary>How long the answers "not found" and "invalid" may be used again. Default: 10 seconds.</summary>
    public TimeSpan KeepRefusalsFor { get; set; } = TimeSpan.FromSeconds(10);

    internal void EnsureValid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumEntries, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(KeepFor, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(KeepRefusalsFor, TimeSpan.Zero);
        foreach (var span in KeepForByMethod.Values) ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero, nameof(KeepForByMethod));
    }
}
