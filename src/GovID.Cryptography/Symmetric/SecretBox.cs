using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Internal.Native;

namespace GovID.Cryptography.Symmetric;

/// <summary>NaCl's secret-key box: XSalsa20 and Poly1305, the tag in front, no associated data. For CurveZMQ cookies; elsewhere use <see cref="AeadAlgorithm"/>.</summary>
public static class SecretBox
{
    /// <summary>The length of the key in bytes.</summary>
    public const int KeySize = 32;

    /// <summary>The length of the nonce in bytes.</summary>
    public const int NonceSize = SodiumBox.NonceLength;

    /// <summary>How many bytes a box is longer than its plaintext.</summary>
    public const int TagSize = SodiumBox.TagLength;

    /// <summary>Encrypts; a nonce must never be used twice with one key.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: key or nonce; <see cref="CryptoErrorCode.LimitExceeded"/>:
    /// longer than <see cref="AeadAlgorithm.MaximumLength"/>.</exception>
    public static byte[] Encrypt(SymmetricKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(key);
        key.Demand(KeySize);
        if (nonce.Length != NonceSize)
            throw new CryptoException(CryptoErrorCode.WrongLength, $"A box takes a nonce of {NonceSize} bytes; this one has {nonce.Length}.", "nonce");
        if (plaintext.Length > AeadAlgorithm.MaximumLength)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"A box takes at most {AeadAlgorithm.MaximumLength} bytes.");
        var box = new byte[plaintext.Length + TagSize];
        using var lease = key.Memory.Open();
        SodiumBox.EncryptSecret(lease.Bytes, nonce, plaintext, box);
        return box;
    }

    /// <summary>Decrypts; false when the box was not made with this key and nonce, or a length is wrong.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public static bool TryDecrypt(SymmetricKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> box, [NotNullWhen(true)] out byte[]? plaintext)
    {
        ArgumentNullException.ThrowIfNull(key);
        plaintext = null;
        using var lease = key.Memory.Open();
        if (key.Length != KeySize || nonce.Length != NonceSize || box.Length < TagSize || box.Length > AeadAlgorithm.MaximumLength + TagSize) return false;
        var opened = new byte[box.Length - TagSize];
        if (!SodiumBox.TryDecryptSecret(lease.Bytes, nonce, box, opened)) return false;
        plaintext = opened;
        return true;
    }
}
