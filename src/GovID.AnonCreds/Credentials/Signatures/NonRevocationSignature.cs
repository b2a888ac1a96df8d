using System.Text.Json.Serialization;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Credentials;

/// <summary>The signature over a place in a revocation registry (specification 10.6). Prints nothing.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NonRevocationSignature
{
    /// <summary>The signature.</summary>
    [JsonPropertyName("sigma")]
    public required G1Point Sigma { get; init; }

    /// <summary>Its exponent.</summary>
    [JsonPropertyName("c")]
    public required Scalar C { get; init; }

    /// <summary>The blinding factor: the issuer's part as issued, the whole one after processing.</summary>
    [JsonPropertyName("vr_prime_prime")]
    public required Scalar VrPrimePrime { get; init; }

    /// <summary>The signature over the place itself.</summary>
    [JsonPropertyName("witness_signature")]
    public required WitnessSignature WitnessSignature { get; init; }

    /// <summary>g·gamma^i.</summary>
    [JsonPropertyName("g_i")]
    public required G1Point GI { get; init; }

    /// <summary>The index i in the registry, 1 to L − 1.</summary>
    [JsonPropertyName("i")]
    public required int Index { get; init; }

    /// <summary>The credential context modulo the group order.</summary>
    [JsonPropertyName("m2")]
    public required Scalar M2 { get; init; }

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}

/// <summary>The signature over a place (specification 10.6).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record WitnessSignature(
    [property: JsonPropertyName("sigma_i"), JsonRequired] G2Point SigmaI,
    [property: JsonPropertyName("u_i"), JsonRequired] G2Point UI,
    [property: JsonPropertyName("g_i"), JsonRequired] G1Point GI)
{
    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}
