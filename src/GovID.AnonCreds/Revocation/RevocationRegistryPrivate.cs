using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Revocation;

/// <summary>The issuer's private key of one registry: gamma (specification 10.5). Prints nothing; wiped when disposed of.</summary>
public sealed class RevocationRegistryPrivate : IDisposable
{
    /// <summary>The largest text that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 1024;

    // Pinned, so that no copy is left behind when memory is compacted.
    private readonly byte[] _gamma = GC.AllocateUninitializedArray<byte>(Scalar.Length, pinned: true);
    private bool _disposed;

    internal RevocationRegistryPrivate(Scalar gamma) => gamma.WriteBytes(_gamma);

    /// <summary>The secret scalar.</summary>
    internal Scalar Gamma
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return Scalar.FromBytes(_gamma);
        }
    }

    /// <summary>Reads a private key.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/> or <see cref="AnonCredsErrorCode.TooLarge"/>, with the field; <see cref="AnonCredsErrorCode.InvalidKey"/>:
    /// gamma is 0 or 1.
    /// </exception>
    public static RevocationRegistryPrivate Parse(ReadOnlySpan<byte> utf8)
    {
        var json = StrictJson.Parse(utf8, AnonCredsJson.Default.RevocationRegistryPrivateJson, MaximumBytes);
        return json.Value.Gamma != Scalar.Zero && json.Value.Gamma != Scalar.One
            ? new RevocationRegistryPrivate(json.Value.Gamma)
            : throw new AnonCredsException(AnonCredsErrorCode.InvalidKey, "With a gamma of 0 or 1 all places are the same.", "$.value.gamma");
    }

    /// <summary>The private key as UTF-8 JSON, secret as it is.</summary>
    /// <exception cref="ObjectDisposedException">The key was wiped.</exception>
    public byte[] ExportUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(
        new RevocationRegistryPrivateJson { Value = new RegistryPrivateKey { Gamma = Gamma } }, AnonCredsJson.Default.RevocationRegistryPrivateJson);

    /// <summary>Overwrites the key.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_gamma);
    }

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}

/// <summary>The wire form of <see cref="RevocationRegistryPrivate"/>.</summary>
internal sealed class RevocationRegistryPrivateJson
{
    [JsonPropertyName("value")]
    public required RegistryPrivateKey Value { get; init; }
}

/// <summary>The private scalar.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class RegistryPrivateKey
{
    [JsonPropertyName("gamma")]
    public required Scalar Gamma { get; init; }
}
