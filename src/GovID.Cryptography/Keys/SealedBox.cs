using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Internal.Keys;
using GovID.Cryptography.Internal.Native;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Keys;

/// <summary>libsodium's <c>crypto_box_seal</c>: to one X25519 key from nobody in particular; a fresh key pair makes each box.</summary>
/// <remarks>Output: ephemeral public key, then the box; nonce BLAKE2b-192(ephemeral key ‖ recipient key). It says nothing about the sender.</remarks>
public static class SealedBox
{
    /// <summary>How many bytes a sealed box is longer than its plaintext.</summary>
    public const int Overhead = SodiumBox.SealLength;

    /// <summary>Encrypts to the recipient.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.InvalidKey"/>: not an X25519 key; <see cref="CryptoErrorCode.InvalidPoint"/>: the
    /// key is of small order; <see cref="CryptoErrorCode.LimitExceeded"/>: longer than <see cref="AeadAlgorithm.MaximumLength"/>.</exception>
    public static byte[] Encrypt(PublicKey recipient, ReadOnlySpan<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        BoxRules.DemandX25519(recipient.Type, nameof(recipient));
        BoxRules.DemandLength(plaintext);
        var box = new byte[plaintext.Length + Overhead];
        return SodiumBox.TrySeal(recipient.Kept, plaintext, box) ? box : throw BoxRules.SmallOrder();
    }

    /// <summary>Decrypts; false when the box was not sealed to this key.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.InvalidKey"/>: not an X25519 key.</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public static bool TryDecrypt(PrivateKey recipient, ReadOnlySpan<byte> box, [NotNullWhen(true)] out byte[]? plaintext)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        BoxRules.DemandX25519(recipient.Type, nameof(recipient));
        plaintext = null;
        using var lease = recipient.Memory.Open();
        if (box.Length < Overhead || box.Length > AeadAlgorithm.MaximumLength + Overhead) return false;
        var opened = new byte[box.Length - Overhead];
        if (!SodiumBox.TryOpenSeal(new SodiumBox.BoxKeys(recipient.PublicKey.Kept, lease.Bytes), box, opened)) return false;
        plaintext = opened;
        return true;
    }
}
