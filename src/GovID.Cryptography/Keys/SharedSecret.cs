using GovID.Cryptography.Internal;

namespace GovID.Cryptography.Keys;

/// <summary>The raw result of a key agreement, to be put through a key derivation function; owns and wipes its memory.</summary>
public sealed class SharedSecret : IDisposable
{
    internal SharedSecret(SecretMemory memory) => Memory = memory;

    /// <summary>The length in bytes: 32 for X25519, the field length of the curve otherwise.</summary>
    public int Length => Memory.Length;

    internal SecretMemory Memory { get; }

    /// <summary>Joins two shared secrets, as ECDH-1PU does with Ze and Zs (draft-madden-jose-ecdh-1pu-04 section 2.3).</summary>
    /// <exception cref="ObjectDisposedException">One of them was disposed of.</exception>
    public static SharedSecret Concatenate(SharedSecret first, SharedSecret second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        using var head = first.Memory.Open();
        using var tail = second.Memory.Open();
        var joined = new SecretMemory(first.Length + second.Length);
        using var lease = joined.Open();
        head.Bytes.CopyTo(lease.Bytes);
        tail.Bytes.CopyTo(lease.Bytes[first.Length..]);
        return new SharedSecret(joined);
    }

    /// <summary>Copies the raw bytes out; the caller wipes the copy.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="ObjectDisposedException">The secret was disposed of.</exception>
    /// <returns>How many bytes were written.</returns>
    public int ExportSecret(Span<byte> destination)
    {
        using var lease = Memory.Open();
        lease.Bytes.CopyTo(destination);
        return Length;
    }

    /// <summary>Wipes and frees the secret.</summary>
    public void Dispose() => Memory.Dispose();

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}
