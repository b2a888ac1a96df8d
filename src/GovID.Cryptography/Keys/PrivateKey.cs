using System.Diagnostics.CodeAnalysis;
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

    /// <summary>The length of the secret that <see cref="ExportSecret"/> writes.</summary>
    public int SecretLength => _algorithm.SecretLength;

    internal SecretMemory Memory => _secret;

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
            if (TryRead(type, lease.Bytes, out var key) is null) return key!;
        }
    }

    /// <summary>Takes a copy of a secret: the 32-byte seed (Ed25519), the 32-byte scalar (X25519), the big-endian scalar (other curves).</summary>
    /// <remarks>The caller stays the owner of <paramref name="secret"/> and wipes it.</remarks>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>, or <see cref="CryptoErrorCode.InvalidKey"/>:
    /// a scalar that is zero or not below the order of the curve.</exception>
    public static PrivateKey Import(KeyType type, ReadOnlySpan<byte> secret) =>
        TryRead(type, secret, out var key) is { } refusal ? throw refusal.AsException("secret") : key!;

    /// <summary>Takes a copy of a secret; false for what <see cref="Import"/> refuses.</summary>
    public static bool TryImport(KeyType type, ReadOnlySpan<byte> secret, [NotNullWhen(true)] out PrivateKey? key) =>
        TryRead(type, secret, out key) is null && key is not null;

    /// <summary>Reads a private multikey: base58btc over the multicodec of a private key and its bytes (<c>secretKeyMultibase</c>).</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>, <see cref="CryptoErrorCode.LimitExceeded"/>,
    /// <see cref="CryptoErrorCode.Unsupported"/> (another kind of key), or what <see cref="Import"/> throws.</exception>
    public static PrivateKey ParseMultikey(ReadOnlySpan<char> text) =>
        Multikey.TryReadSecret(text, out var key) is { } refusal ? throw refusal.AsException("multikey") : key!;

    /// <summary>Reads a private multikey; false for what <see cref="ParseMultikey"/> refuses.</summary>
    public static bool TryParseMultikey(ReadOnlySpan<char> text, [NotNullWhen(true)] out PrivateKey? key) =>
        Multikey.TryReadSecret(text, out key) is null && key is not null;

    /// <summary>Signs a message; the result has <see cref="PublicKey.SignatureLength"/> bytes.</summary>
    /// <remarks>secp256k1 signatures get the lower of the two values of s, which every verifier takes.</remarks>
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

    /// <summary>Computes the secret that this key and another's public key share: X25519 of RFC 7748, or ECDH on a NIST curve.</summary>
    /// <exception cref="InvalidOperationException">The curve is not offered for key agreement (Ed25519, secp256k1).</exception>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.InvalidKey"/>: the other key is on another curve;
    /// <see cref="CryptoErrorCode.InvalidPoint"/>: the shared secret would be all zero (RFC 7748 section 6.1).</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public SharedSecret Agree(PublicKey other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!_algorithm.Agrees) throw new InvalidOperationException($"A key of type {Type} is not offered for key agreement.");
        if (other.Type != Type) throw new CryptoException(CryptoErrorCode.InvalidKey, $"The other key is of type {other.Type}; this one of type {Type}.", "other");
        return _algorithm.TryAgree(_secret, other.Kept) is { } memory
            ? new SharedSecret(memory)
            : throw new CryptoException(CryptoErrorCode.InvalidPoint, "The other key is of small order: the shared secret would be zero.", "other");
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

    /// <summary>Writes the secret as a multikey. Nobody can wipe a string: use it at the edge of a file, not to keep keys.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public string ExportMultikey()
    {
        using var lease = _secret.Open();
        return Multikey.Write(_algorithm.SecretCodec, _algorithm.ExportedPart(lease.Bytes));
    }

    /// <summary>Wipes and frees the secret; a computation under way on another thread finishes first.</summary>
    public void Dispose() => _secret.Dispose();

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The memory is null when there is a refusal, and the key's otherwise.")]
    internal static KeyRefusal? TryRead(KeyType type, ReadOnlySpan<byte> secret, out PrivateKey? key)
    {
        key = null;
        var algorithm = KeyAlgorithm.Of(type);
        if (algorithm.TryReadSecret(secret, out var memory, out var kept) is { } refusal) return refusal;
        key = new PrivateKey(type, algorithm, memory!, kept);
        return null;
    }
}
