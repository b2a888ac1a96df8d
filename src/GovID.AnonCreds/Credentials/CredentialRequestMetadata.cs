using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Presentations;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Credentials;

/// <summary>What the holder keeps to itself from a request until the credential comes (specification 4.6). Prints nothing; wiped when disposed of.</summary>
public sealed class CredentialRequestMetadata : IDisposable
{
    /// <summary>The largest text that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 16_384;

    private readonly CredentialRequestMetadataJson _json;

    internal CredentialRequestMetadata(CredentialRequestMetadataJson json) => _json = json;

    /// <summary>The nonce of the request.</summary>
    public Nonce Nonce => _json.Nonce;

    /// <summary>The name under which the holder keeps its link secret.</summary>
    public string LinkSecretName => _json.LinkSecretName;

    internal SecretNumber VPrime => _json.Blinding.VPrime;

    internal Scalar? VrPrime => _json.Blinding.VrPrime;

    /// <summary>Reads metadata.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/> or <see cref="AnonCredsErrorCode.TooLarge"/>, with the field.
    /// </exception>
    public static CredentialRequestMetadata Parse(ReadOnlySpan<byte> utf8) =>
        new(StrictJson.Parse(utf8, AnonCredsJson.Default.CredentialRequestMetadataJson, MaximumBytes));

    /// <summary>The metadata as UTF-8 JSON, secret as it is.</summary>
    public byte[] ExportUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(_json, AnonCredsJson.Default.CredentialRequestMetadataJson);

    /// <summary>Overwrites the secrets.</summary>
    public void Dispose() => VPrime.Dispose();

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}

/// <summary>The wire form of <see cref="CredentialRequestMetadata"/>.</summary>
internal sealed class CredentialRequestMetadataJson
{
    [JsonPropertyName("link_secret_blinding_data")]
    public required BlindingFactors Blinding { get; init; }

    [JsonPropertyName("nonce")]
    public required Nonce Nonce { get; init; }

    [JsonPropertyName("link_secret_name")]
    public required string LinkSecretName { get; init; }
}

/// <summary>The blinding factors of a request.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class BlindingFactors
{
    [JsonPropertyName("v_prime")]
    public required SecretNumber VPrime { get; init; }

    [JsonPropertyName("vr_prime")]
    public Scalar? VrPrime { get; init; }
}
