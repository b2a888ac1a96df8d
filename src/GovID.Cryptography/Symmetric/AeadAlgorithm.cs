using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using GovID.Cryptography.Internal.Symmetric;

namespace GovID.Cryptography.Symmetric;

/// <summary>A cipher that also authenticates its ciphertext and associated data. The tag is the end of the ciphertext.</summary>
/// <remarks>A nonce must never be used twice with one key. Random nonces are safe with <see cref="XChaCha20Poly1305"/> for any number of
/// messages, with the 12-byte nonces of the others for keys that encrypt few messages only, and with CBC always.</remarks>
public abstract class AeadAlgorithm
{
    /// <summary>The longest plaintext and the longest associated data: 64 MiB each.</summary>
    public const int MaximumLength = 64 * 1024 * 1024;

    private protected AeadAlgorithm(string name, int keySize, int nonceSize, int tagSize)
    {
        Name = name;
        KeySize = keySize;
        NonceSize = nonceSize;
        TagSize = tagSize;
    }

    /// <summary>AES-GCM with a 128-bit key (NIST SP 800-38D; <c>A128GCM</c> of RFC 7518 section 5.3).</summary>
    public static AeadAlgorithm Aes128Gcm { get; } = new AesGcmAlgorithm("A128GCM", 16);

    /// <summary>AES-GCM with a 256-bit key (<c>A256GCM</c>).</summary>
    public static AeadAlgorithm Aes256Gcm { get; } = new AesGcmAlgorithm("A256GCM", 32);

    /// <summary>AES-128-CBC and HMAC-SHA-256 (<c>A128CBC-HS256</c> of RFC 7518 section 5.2.3).</summary>
    public static AeadAlgorithm Aes128CbcHmacSha256 { get; } = new AesCbcHmacAlgorithm("A128CBC-HS256", 32, HashAlgorithmName.SHA256);

    /// <summary>AES-256-CBC and HMAC-SHA-512 (<c>A256CBC-HS512</c> of RFC 7518 section 5.2.5).</summary>
    public static AeadAlgorithm Aes256CbcHmacSha512 { get; } = new AesCbcHmacAlgorithm("A256CBC-HS512", 64, HashAlgorithmName.SHA512);

    /// <summary>ChaCha20-Poly1305 with a 12-byte nonce (RFC 8439); <c>C20P</c> in JOSE drafts.</summary>
    public static AeadAlgorithm ChaCha20Poly1305 { get; } = new ChaChaAlgorithm("C20P", extended: false);

    /// <summary>XChaCha20-Poly1305 with a 24-byte nonce (draft-irtf-cfrg-xchacha-03); <c>XC20P</c> in JOSE drafts.</summary>
    public static AeadAlgorithm XChaCha20Poly1305 { get; } = new ChaChaAlgorithm("XC20P", extended: true);

    /// <summary>The name in the JOSE member <c>enc</c>.</summary>
    public string Name { get; }

    /// <summary>The length of the key in bytes.</summary>
    public int KeySize { get; }

    /// <summary>The length of the nonce in bytes.</summary>
    public int NonceSize { get; }

    /// <summary>The length of the tag in bytes.</summary>
    public int TagSize { get; }

    /// <summary>How long the ciphertext of so many bytes is, tag included.</summary>
    public int CiphertextLength(int plaintextLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plaintextLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plaintextLength, MaximumLength);
        return BodyLength(plaintextLength) + TagSize;
    }

    /// <summary>Encrypts; returns the ciphertext with the tag behind it.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: key or nonce; <see cref="CryptoErrorCode.LimitExceeded"/>.</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public byte[] Encrypt(SymmetricKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(key);
        key.Demand(KeySize);
        DemandNonce(nonce);
        if (plaintext.Length > MaximumLength || associatedData.Length > MaximumLength) throw TooLong();
        var ciphertext = new byte[CiphertextLength(plaintext.Length)];
        using var lease = key.Memory.Open();
        EncryptCore(new AeadInput(lease.Bytes, nonce, associatedData), plaintext, ciphertext);
        return ciphertext;
    }

    /// <summary>Decrypts a ciphertext that ends with its tag.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.AuthenticationFailed"/>: not made with this key, nonce and associated data;
    /// <see cref="CryptoErrorCode.WrongLength"/>: key or nonce; <see cref="CryptoErrorCode.LimitExceeded"/>.</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public byte[] Decrypt(SymmetricKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> ciphertext)
    {
        ArgumentNullException.ThrowIfNull(key);
        key.Demand(KeySize);
        DemandNonce(nonce);
        if (IsTooLong(associatedData, ciphertext)) throw TooLong();
        return TryDecrypt(key, nonce, associatedData, ciphertext, out var plaintext)
            ? plaintext
            : throw new CryptoException(CryptoErrorCode.AuthenticationFailed, "The ciphertext was not made with this key, nonce and associated data.");
    }

    /// <summary>Decrypts a ciphertext that ends with its tag; false for everything that <see cref="Decrypt"/> refuses, without saying why.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public bool TryDecrypt(
        SymmetricKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> ciphertext, [NotNullWhen(true)] out byte[]? plaintext)
    {
        ArgumentNullException.ThrowIfNull(key);
        plaintext = null;
        using var lease = key.Memory.Open();
        if (key.Length != KeySize || nonce.Length != NonceSize || ciphertext.Length < TagSize || IsTooLong(associatedData, ciphertext)) return false;
        plaintext = DecryptCore(new AeadInput(lease.Bytes, nonce, associatedData), ciphertext);
        return plaintext is not null;
    }

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    private protected virtual int BodyLength(int plaintextLength) => plaintextLength;

    private protected abstract void EncryptCore(in AeadInput input, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext);

    /// <summary>Returns null, and leaves no plaintext behind, when the tag does not fit.</summary>
    private protected abstract byte[]? DecryptCore(in AeadInput input, ReadOnlySpan<byte> ciphertext);

    private bool IsTooLong(ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> ciphertext) =>
        associatedData.Length > MaximumLength || ciphertext.Length > CiphertextLength(MaximumLength);

    private void DemandNonce(ReadOnlySpan<byte> nonce)
    {
        if (nonce.Length != NonceSize)
            throw new CryptoException(CryptoErrorCode.WrongLength, $"{Name} takes a nonce of {NonceSize} bytes; this one has {nonce.Length}.", "nonce");
    }

    private static CryptoException TooLong() =>
        new(CryptoErrorCode.LimitExceeded, $"Plaintext and associated data have at most {MaximumLength} bytes each.");
}
