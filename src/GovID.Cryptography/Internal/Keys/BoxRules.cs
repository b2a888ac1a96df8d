using GovID.Cryptography.Keys;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>What both kinds of box ask of their inputs.</summary>
internal static class BoxRules
{
    public static void DemandX25519(KeyType type, string field)
    {
        if (type != KeyType.X25519)
            throw new CryptoException(CryptoErrorCode.InvalidKey, $"A box takes X25519 keys; this one is {type}. Convert Ed25519 keys with ToX25519.", field);
    }

    public static void DemandLength(ReadOnlySpan<byte> plaintext)
    {
        if (plaintext.Length > AeadAlgorithm.MaximumLength)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"A box takes at most {AeadAlgorithm.MaximumLength} bytes.");
    }

    public static CryptoException SmallOrder() =>
        new(CryptoErrorCode.InvalidPoint, "The recipient's key is of small order: everybody could open the box.", "recipient");
}
