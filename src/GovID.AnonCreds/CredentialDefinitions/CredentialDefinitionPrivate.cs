using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.CredentialDefinitions;

/// <summary>The issuer's private keys of one definition (specification 13.3). Prints nothing; wiped when disposed of.</summary>
public sealed class CredentialDefinitionPrivate : IDisposable
{
    /// <summary>The largest text that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 16_384;

    private readonly CredentialDefinitionPrivateJson _json;

    internal CredentialDefinitionPrivate(CredentialDefinitionPrivateJson json) => _json = json;

    /// <summary>p = (P − 1) / 2, where P and Q are the factors of n.</summary>
    internal SecretNumber P => _json.Value.Primary.P;

    /// <summary>q = (Q − 1) / 2.</summary>
    internal SecretNumber Q => _json.Value.Primary.Q;

    internal RevocationPrivateKey? Revocation => _json.Value.Revocation;

    /// <summary>Reads private keys.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/> or <see cref="AnonCredsErrorCode.TooLarge"/>, with the field.
    /// </exception>
    public static CredentialDefinitionPrivate Parse(ReadOnlySpan<byte> utf8) =>
        new(StrictJson.Parse(utf8, AnonCredsJson.Default.CredentialDefinitionPrivateJson, MaximumBytes));

    /// <summary>The private keys as UTF-8 JSON, secret as they are.</summary>
    public byte[] ExportUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(_json, AnonCredsJson.Default.CredentialDefinitionPrivateJson);

    /// <summary>Overwrites the keys.</summary>
    public void Dispose()
    {
        P.Dispose();
        Q.Dispose();
    }

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}

/// <summary>The wire form of <see cref="CredentialDefinitionPrivate"/>.</summary>
internal sealed class CredentialDefinitionPrivateJson
{
    [JsonPropertyName("value")]
    public required PrivateKeys Value { get; init; }
}

/// <summary>The private keys for attributes and for revocation.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class PrivateKeys
{
    [JsonPropertyName("p_key")]
    public required PrimaryPrivateKey Primary { get; init; }

    [JsonPropertyName("r_key")]
    public RevocationPrivateKey? Revocation { get; init; }
}

/// <summary>The halves of the factors of n.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class PrimaryPrivateKey
{
    [JsonPropertyName("p")]
    public required SecretNumber P { get; init; }

    [JsonPropertyName("q")]
    public required SecretNumber Q { get; init; }
}

/// <summary>The private scalars for revocation.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class RevocationPrivateKey
{
    [JsonPropertyName("x")]
    public required Scalar X { get; init; }

    [JsonPropertyName("sk")]
    public required Scalar Sk { get; init; }
}
