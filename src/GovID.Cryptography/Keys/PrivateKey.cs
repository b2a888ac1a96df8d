using System.Security.Cryptography;
using GovID.Cryptography.Internal;
using GovID.Cryptography.Internal.Keys;
using GovID.Cryptography.Internal.Native;

namespace GovID.Cryptography.Keys;

/// <summary>A private key that owns its memory: outside the managed heap, guarded, and wiped by <see cref="Dispose"/>.</summary>
/// <remarks>Safe for use by many threads. After <see cref="Dispose"/> everything but <see cref="PublicKey"/> throws
/// <see cref="ObjectDisposedException"/>.</remarks>
public sealed class PrivateKey : IDisposable, ISigner
{
    private readonly KeyAlgorithm _algorithm;
    private readonly SecretMemory _secret;

    private PrivateKey(KeyType type, KeyAlgorithm algorithm, SecretMemory secret, byte[] publicKey)
    {
        _algorithm = algorithm;
        _secret = secret;
        PublicKey = new PublicKey(type, publicKey);
    }

    /// <summary>The public key; it stays readable after <see cref="Dispose"/>.</summary>
    public PublicKey PublicKey { get; }

    /// <summary>The curve of the key.</summary>
    public KeyType Type => PublicKey.Type;

    /// <summary>Makes a fresh key from the operating system's random numbers.</summary>
    public static PrivateKey Generate(KeyType type)
    {
        var algorithm = KeyAlgorithm.Of(type);
        using var seed = new SecretMemory(algorithm.SecretLength);
        using var lease = seed.Open();
        while (true)
        {
            RandomNumberGenerator.Fill(lease.Bytes);
            algorithm.ClearSpareBits(lease.Bytes);
            if (algorithm.TryReadSecret(lease.Bytes, out var memory, out var publicKey) is null)
                return new PrivateKey(type, algorithm, memory!, publicKey);
        }
    }

    /// <summary>Takes a copy of a secret: the 32-byte seed (Ed25519), the 32-byte scalar (X25519), the big-endian scalar (other curves).</summary>
    /// <remarks>The caller stays the owner of <paramref name="secret"/> and wipes it.</remarks>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>, or <see cref="CryptoErrorCode.InvalidKey"/>:
    /// a scalar that is zero or not below the order of the curve.</exception>
    public static PrivateKey Import(KeyType type, ReadOnlySpan<byte> secret)
    {
        var algorithm = KeyAlgorithm.Of(type);
        return algorithm.TryReadSecret(secret, out var memory, out var publicKey) is { } refusal
            ? throw refusal.AsException("secret")
            : new PrivateKey(type, algorithm, memory!, publicKey);
    }

    /// <summary>Signs a message; the result has <see cref="PublicKey.SignatureLength"/> bytes.</summary>
    /// <exception cref="InvalidOperationException">The key is for key agreement only (X25519).</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public byte[] Sign(ReadOnlySpan<byte> message) => _algorithm.Sign(_secret, message);

    /// <summary>Signs at once; the task is always complete.</summary>
    /// <inheritdoc cref="ISigner.SignAsync"/>
    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Sign(message.Span));
    }

    /// <summary>Returns the X25519 key of an Ed25519 key: the first half of SHA-512 of the seed, clamped (RFC 8032 section 5.1.5).</summary>
    /// <exception cref="InvalidOperationException">The key is not an Ed25519 key.</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public PrivateKey ToX25519()
    {
        if (Type != KeyType.Ed25519) throw new InvalidOperationException($"A key of type {Type} has no X25519 form.");
        using var scalar = new SecretMemory(32);
        using var target = scalar.Open();
        using (var source = _secret.Open()) Sodium.ConvertSecretKey(source.Bytes, target.Bytes);
        return Import(KeyType.X25519, target.Bytes);
    }

    /// <summary>Copies the secret out, in the form that <see cref="Import"/> takes; the caller wipes the copy.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    /// <returns>How many bytes were written.</returns>
    public int ExportSecret(Span<byte> destination)
    {
        using var lease = _secret.Open();
        var part = _algorithm.ExportedPart(lease.Bytes);
        part.CopyTo(destination);
        return part.Length;
    }

    /// <summary>Wipes and frees the secret; a computation under way on another thread finishes first.</summary>
    public void Dispose() => _secret.Dispose();

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}
