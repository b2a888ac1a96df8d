using GovID.AnonCreds.Identifiers;

namespace GovID.AnonCreds.Revocation;

/// <summary>How a registry is made (specification 10.5).</summary>
public sealed record RegistryOptions
{
    /// <summary>The identifier under which the registry will be published.</summary>
    public required RevocationRegistryId Id { get; init; }

    /// <summary>L, one more than the credentials it can hold: indices 1 to L − 1 are used. 2 to 1,000,000.</summary>
    public required int MaximumCredentials { get; init; }

    /// <summary>Where the tails file is written. An older file is replaced.</summary>
    public required string TailsPath { get; init; }

    /// <summary>The time of the first status list, in seconds since 1970.</summary>
    public required ulong Timestamp { get; init; }

    /// <summary>Tells several registries of one definition apart. Default: <c>default</c>.</summary>
    public string Tag { get; init; } = "default";

    /// <summary>Where holders find the tails file, given its hash. Default: <see cref="TailsPath"/>.</summary>
    public Func<string, string>? TailsLocation { get; init; }

    /// <summary>
    /// Must be true, the default: all places are valid until they are revoked. Registries issued on demand are read and verified, not created, since
    /// their holders cannot compute a witness from the tails in the common way.
    /// </summary>
    public bool IssuanceByDefault { get; init; } = true;

    /// <summary>Told how many tails are written.</summary>
    public IProgress<long>? Progress { get; init; }
}
