using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using GovID.Cryptography.Keys;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Derivation;

/// <summary>The Concat KDF of JOSE: the one-step derivation of NIST SP 800-56A section 5.8.1 with SHA-256 (RFC 7518 section 4.6.2).</summary>
public static class ConcatKdf
{
    /// <summary>The longest <c>apu</c>, <c>apv</c> or tag: 64 KiB.</summary>
    public const int MaximumFieldLength = 64 * 1024;

    /// <summary>Derives a key of so many bytes from the result of a key agreement.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.LimitExceeded"/>: a field of the context is longer than
    /// <see cref="MaximumFieldLength"/>; <see cref="CryptoErrorCode.Malformed"/>: the algorithm is not ASCII text.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is not one a <see cref="SymmetricKey"/> has.</exception>
    /// <exception cref="ObjectDisposedException">The secret was disposed of.</exception>
    public static SymmetricKey DeriveKey(SharedSecret secret, ConcatKdfContext context, int length)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(context);
        Check(context);
        using var source = secret.Memory.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> digest = stackalloc byte[32];
        var memory = SymmetricKey.Allocate(length);
        using var target = memory.Open();

        // K(i) = H(i ‖ Z ‖ OtherInfo)
        for (var (done, counter) = (0, 1); done < length; counter++)
        {
            AppendNumber(hash, counter);
            hash.AppendData(source.Bytes);
            AppendOtherInfo(hash, context, length);
            hash.GetHashAndReset(digest);
            var part = int.Min(digest.Length, length - done);
            digest[..part].CopyTo(target.Bytes[done..]);
            done += part;
        }

        CryptographicOperations.ZeroMemory(digest);
        return new SymmetricKey(memory);
    }

    // AlgorithmID ‖ PartyUInfo ‖ PartyVInfo ‖ SuppPubInfo, the first three with their lengths; SuppPrivInfo is empty.
    private static void AppendOtherInfo(IncrementalHash hash, ConcatKdfContext context, int length)
    {
        AppendField(hash, Encoding.ASCII.GetBytes(context.Algorithm));
        AppendField(hash, context.PartyU.Span);
        AppendField(hash, context.PartyV.Span);
        AppendNumber(hash, 8 * length);
        if (context.Tag is { } tag) AppendField(hash, tag.Span);
    }

    private static void AppendField(IncrementalHash hash, ReadOnlySpan<byte> value)
    {
        AppendNumber(hash, value.Length);
        hash.AppendData(value);
    }

    private static void AppendNumber(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Check(ConcatKdfContext context)
    {
        if (!Ascii.IsValid(context.Algorithm)) throw new CryptoException(CryptoErrorCode.Malformed, "The algorithm name is ASCII text.", "alg");
        if (context.Algorithm.Length > MaximumFieldLength) throw TooLong("alg");
        if (context.PartyU.Length > MaximumFieldLength) throw TooLong("apu");
        if (context.PartyV.Length > MaximumFieldLength) throw TooLong("apv");
        if (context.Tag is { Length: > MaximumFieldLength }) throw TooLong("tag");
    }

    private static CryptoException TooLong(string field) =>
        new(CryptoErrorCode.LimitExceeded, $"A field of the key derivation has at most {MaximumFieldLength} bytes.", field);
}
