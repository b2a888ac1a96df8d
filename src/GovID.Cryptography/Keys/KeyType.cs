namespace GovID.Cryptography.Keys;

/// <summary>The curve of a key, and with it what the key can do.</summary>
public enum KeyType
{
    /// <summary>Signatures of RFC 8032 (Ed25519, no context).</summary>
    Ed25519,

    /// <summary>Key agreement of RFC 7748, crypto_box and sealed boxes.</summary>
    X25519,

    /// <summary>NIST P-256: ECDSA with SHA-256 (ES256) and key agreement.</summary>
    P256,

    /// <summary>NIST P-384: ECDSA with SHA-384 (ES384) and key agreement.</summary>
    P384,

    /// <summary>NIST P-521: ECDSA with SHA-512 (ES512) and key agreement.</summary>
    P521,

    /// <summary>secp256k1: ECDSA with SHA-256 (ES256K).</summary>
    Secp256k1,
}
