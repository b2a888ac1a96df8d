using GovID.Cryptography.Internal.Native;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Derivation;

/// <summary>Keys from passwords: Argon2id version 1.3 with one lane (RFC 9106).</summary>
public static class Argon2id
{
    /// <summary>The length of the salt in bytes.</summary>
    public const int SaltLength = 16;

    /// <summary>The longest password in bytes.</summary>
    public const int MaximumPasswordLength = 4096;

    /// <summary>Derives a key of 16 or more bytes; the caller wipes the password.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: the salt; <see cref="CryptoErrorCode.LimitExceeded"/>: the
    /// password is too long, or the machine has not the memory.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 16 or above <see cref="SymmetricKey.MaximumLength"/>.</exception>
    public static SymmetricKey DeriveKey(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, Argon2Parameters parameters, int length)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 16);
        if (salt.Length != SaltLength)
            throw new CryptoException(CryptoErrorCode.WrongLength, $"The salt has {SaltLength} bytes; this one has {salt.Length}.", "salt");
        if (password.Length > MaximumPasswordLength)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"A password has at most {MaximumPasswordLength} bytes.", "password");
        var memory = SymmetricKey.Allocate(length);
        using var lease = memory.Open();
        if (SodiumPassword.TryHash(password, salt, parameters, lease.Bytes)) return new SymmetricKey(memory);
        memory.Dispose();
        throw new CryptoException(CryptoErrorCode.LimitExceeded, $"Argon2id could not get {parameters.MemoryKiB} KiB of memory.", "memory");
    }
}
