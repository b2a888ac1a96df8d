using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using GovID.Cryptography.Internal;

namespace GovID.Cryptography.Symmetric;

/// <summary>AES key wrap with the default initial value (RFC 3394; <c>A128KW</c> and <c>A256KW</c> of RFC 7518 section 4.4).</summary>
public static class AesKeyWrap
{
    /// <summary>The longest key that is wrapped.</summary>
    public const int MaximumKeyLength = SymmetricKey.MaximumLength;

    private const int Half = 8;

    // RFC 3394 section 2.2.3.1
    private const ulong InitialValue = 0xa6a6a6a6a6a6a6a6;

    /// <summary>Wraps a key; the result is 8 bytes longer.</summary>
    /// <param name="wrappingKey">16 or 32 bytes.</param>
    /// <param name="key">The key to wrap: at least 16 bytes, a multiple of 8.</param>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.WrongLength"/>: one of the keys.</exception>
    /// <exception cref="ObjectDisposedException">One of the keys was disposed of.</exception>
    public static byte[] Wrap(SymmetricKey wrappingKey, SymmetricKey key)
    {
        ArgumentNullException.ThrowIfNull(wrappingKey);
        ArgumentNullException.ThrowIfNull(key);
        DemandWrappingKey(wrappingKey);
        if (!CanWrap(key.Length))
            throw new CryptoException(CryptoErrorCode.WrongLength, $"Key wrap takes keys of 16 or more bytes in steps of 8; this one has {key.Length}.", "key");
        using var wrapping = wrappingKey.Memory.Open();
        using var content = key.Memory.Open();
        var wrapped = new byte[key.Length + Half];
        content.Bytes.CopyTo(wrapped.AsSpan(Half));
        WrapInPlace(wrapping.Bytes, wrapped);
        return wrapped;
    }

    /// <summary>Unwraps a key.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.AuthenticationFailed"/>: not wrapped by this key, or damaged;
    /// <see cref="CryptoErrorCode.WrongLength"/>: the wrapping key.</exception>
    /// <exception cref="ObjectDisposedException">The wrapping key was disposed of.</exception>
    public static SymmetricKey Unwrap(SymmetricKey wrappingKey, ReadOnlySpan<byte> wrapped)
    {
        ArgumentNullException.ThrowIfNull(wrappingKey);
        DemandWrappingKey(wrappingKey);
        return TryUnwrap(wrappingKey, wrapped, out var key)
            ? key
            : throw new CryptoException(CryptoErrorCode.AuthenticationFailed, "The wrapped key was not made with this wrapping key.");
    }

    /// <summary>Unwraps a key; false for everything that <see cref="Unwrap"/> refuses.</summary>
    /// <exception cref="ObjectDisposedException">The wrapping key was disposed of.</exception>
    public static bool TryUnwrap(SymmetricKey wrappingKey, ReadOnlySpan<byte> wrapped, [NotNullWhen(true)] out SymmetricKey? key)
    {
        ArgumentNullException.ThrowIfNull(wrappingKey);
        key = null;
        using var wrapping = wrappingKey.Memory.Open();
        if (wrapping.Bytes.Length is not (16 or 32) || !CanWrap(wrapped.Length - Half)) return false;
        using var work = new SecretMemory(wrapped);
        using var lease = work.Open();
        if (!UnwrapInPlace(wrapping.Bytes, lease.Bytes)) return false;
        key = SymmetricKey.Import(lease.Bytes[Half..]);
        return true;
    }

    private static bool CanWrap(int length) => length is >= 16 and <= MaximumKeyLength && length % Half == 0;

    // Section 2.2.1 by index: A is the first 8 bytes, R[1..n] the others, t counts the steps.
    private static void WrapInPlace(ReadOnlySpan<byte> wrappingKey, Span<byte> registers)
    {
        using var aes = Aes.Create();
        aes.SetKey(wrappingKey);
        Span<byte> block = stackalloc byte[2 * Half];
        BinaryPrimitives.WriteUInt64BigEndian(block, InitialValue);
        var count = (registers.Length / Half) - 1;
        for (var t = 1UL; t <= 6UL * (ulong)count; t++)
        {
            var register = registers.Slice(Half * (1 + (int)((t - 1) % (ulong)count)), Half);
            register.CopyTo(block[Half..]);
            aes.EncryptEcb(block, block, PaddingMode.None);
            BinaryPrimitives.WriteUInt64BigEndian(block, BinaryPrimitives.ReadUInt64BigEndian(block) ^ t);
            block[Half..].CopyTo(register);
        }

        block[..Half].CopyTo(registers);
    }

    // Section 2.2.2
    private static bool UnwrapInPlace(ReadOnlySpan<byte> wrappingKey, Span<byte> registers)
    {
        using var aes = Aes.Create();
        aes.SetKey(wrappingKey);
        Span<byte> block = stackalloc byte[2 * Half];
        registers[..Half].CopyTo(block);
        var count = (registers.Length / Half) - 1;
        for (var t = 6UL * (ulong)count; t >= 1; t--)
        {
            var register = registers.Slice(Half * (1 + (int)((t - 1) % (ulong)count)), Half);
            BinaryPrimitives.WriteUInt64BigEndian(block, BinaryPrimitives.ReadUInt64BigEndian(block) ^ t);
            register.CopyTo(block[Half..]);
            aes.DecryptEcb(block, block, PaddingMode.None);
            block[Half..].CopyTo(register);
        }

        Span<byte> expected = stackalloc byte[Half];
        BinaryPrimitives.WriteUInt64BigEndian(expected, InitialValue);
        var fits = CryptographicOperations.FixedTimeEquals(block[..Half], expected);
        CryptographicOperations.ZeroMemory(block);
        return fits;
    }

    private static void DemandWrappingKey(SymmetricKey wrappingKey)
    {
        if (wrappingKey.Length is not (16 or 32))
            throw new CryptoException(CryptoErrorCode.WrongLength, $"A wrapping key has 16 or 32 bytes; this one has {wrappingKey.Length}.", "wrappingKey");
    }
}
