using System.Numerics;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.CredentialDefinitions;

/// <summary>The issuer's public key for attributes (specification 3.1). All numbers are residues modulo <see cref="N"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PrimaryPublicKey
{
    /// <summary>The product of two safe primes, 2000 to 2112 bits.</summary>
    [JsonPropertyName("n")]
    public required BigInteger N { get; init; }

    /// <summary>A generator of the quadratic residues.</summary>
    [JsonPropertyName("s")]
    public required BigInteger S { get; init; }

    /// <summary>One base an attribute, by normalised name, the link secret's among them.</summary>
    [JsonPropertyName("r")]
    public required IReadOnlyDictionary<string, BigInteger> R { get; init; }

    /// <summary>The base of the credential context.</summary>
    [JsonPropertyName("rctxt")]
    public required BigInteger Rctxt { get; init; }

    /// <summary>The base that every signature opens.</summary>
    [JsonPropertyName("z")]
    public required BigInteger Z { get; init; }

    /// <summary>The link secret's base where old issuers wrote it; moved into <see cref="R"/> on reading.</summary>
    [JsonInclude]
    [JsonPropertyName("rms")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal BigInteger? Rms { get; init; }

    /// <summary>The key with the old spelling of the link secret's base replaced.</summary>
    internal PrimaryPublicKey Modernized() => Rms is { IsZero: false } rms
        ? this with { R = new Dictionary<string, BigInteger>(R, StringComparer.Ordinal) { [AttributeName.LinkSecret] = rms }, Rms = null }
        : this with { Rms = null };
}
