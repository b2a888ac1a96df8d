using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Internal.Keys;
using GovID.Cryptography.Internal.Native;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Keys;

/// <summary>NaCl's <c>crypto_box</c>: from one X25519 key to another, authenticated by both (X25519, HSalsa20, XSalsa20-Poly1305; tag first).</summary>
/// <remarks>Either side can open a box and either could have made it. Ed25519 keys are converted first (<see cref="PublicKey.ToX25519"/>).</remarks>
public static class Box
{
    /// <summary>The length of the nonce in bytes.</summary>
    public const int NonceSize = SodiumBox.NonceLength;

    /// <summary>How many bytes a box is longer than its plaintext.</summary>
    public const int TagSize = SodiumBox.TagLength;

    /// <summary>Encrypts; a nonce must never be used twice between two keys.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: the nonce; <see cref="CryptoErrorCode.InvalidKey"/>: not X25519
    /// keys; <see cref="CryptoErrorCode.InvalidPoint"/>: the recipient's key is of small order; <see cref="CryptoErrorCode.LimitExceeded"/>:
    /// longer than <see cref="AeadAlgorithm.MaximumLength"/>.</exception>
    /// <exception cref="ObjectDisposedException">The sender's key was disposed of.</exception>
    public static byte[] Encrypt(PrivateKey sender, PublicKey recipient, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipient);
        BoxRules.DemandX25519(sender.Type, nameof(sender));
        BoxRules.DemandX25519(recipient.Type, nameof(recipient));
        BoxRules.DemandLength(plaintext);
        if (nonce.Length != NonceSize)
            throw new CryptoException(CryptoErrorCode.WrongLength, $"A box takes a nonce of {NonceSize} bytes; this one has {nonce.Length}.", "nonce");
        var box = new byte[plaintext.Length + TagSize];
        using var lease = sender.Memory.Open();
        return SodiumBox.TryEncrypt(new SodiumBox.BoxKeys(recipient.Kept, lease.Bytes), nonce, plaintext, box) ? box : throw BoxRules.SmallOrder();
    }

    /// <summary>Decrypts; false when the box was not made between these keys with this nonce, or the nonce has a wrong length.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.InvalidKey"/>: not X25519 keys.</exception>
    /// <exception cref="ObjectDisposedException">The recipient's key was disposed of.</exception>
    public static bool TryDecrypt(
        PrivateKey recipient, PublicKey sender, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> box, [NotNullWhen(true)] out byte[]? plaintext)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(sender);
        BoxRules.DemandX25519(recipient.Type, nameof(recipient));
        BoxRules.DemandX25519(sender.Type, nameof(sender));
        plaintext = null;
        using var lease = recipient.Memory.Open();
        if (nonce.Length != NonceSize || box.Length < TagSize || box.Length > AeadAlgorithm.MaximumLength + TagSize) return false;
        var opened = new byte[box.Length - TagSize];
        if (!SodiumBox.TryDecrypt(new SodiumBox.BoxKeys(sender.Kept, lease.Bytes), nonce, box, opened)) return false;
        plaintext = opened;
        return true;
    }
}
