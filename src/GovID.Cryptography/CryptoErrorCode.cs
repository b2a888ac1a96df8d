namespace GovID.Cryptography;

/// <summary>Why a cryptographic operation could not be done. The names are stable; none is ever reused.</summary>
public enum CryptoErrorCode
{
    /// <summary>Text or bytes from outside do not have the form their specification asks for.</summary>
    Malformed,

    /// <summary>A key, nonce, signature or digest does not have its fixed length.</summary>
    WrongLength,

    /// <summary>A key has the right form but a value its algorithm forbids, or belongs to another algorithm.</summary>
    InvalidKey,

    /// <summary>A point is not on its curve, not in its prime-order group, or not in canonical form.</summary>
    InvalidPoint,

    /// <summary>A ciphertext, box or wrapped key was not made with this key, nonce and additional text.</summary>
    AuthenticationFailed,

    /// <summary>The algorithm, curve or encoding is known but not offered for this operation.</summary>
    Unsupported,

    /// <summary>A native library is not installed; the message names the package that brings it.</summary>
    BackEndMissing,

    /// <summary>An input is longer, or a cost higher, than the documented limit.</summary>
    LimitExceeded,

    /// <summary>A number has no inverse modulo the modulus because the two share a factor.</summary>
    NotInvertible,
}
