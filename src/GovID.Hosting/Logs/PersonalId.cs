using System.Security.Cryptography;
using System.Text;

namespace GovID.Hosting.Logs;

/// <summary>Turns identifiers of people (their DIDs, connection ids) into keyed hashes that logs may carry.</summary>
/// <remarks>
/// The same identifier gives the same text as long as the key lives, so that lines can be joined; nobody without the key can
/// test a guess. A key shorter than 32 bytes is refused.
/// </remarks>
public sealed class PersonalId : IDisposable
{
    private const int KeyLength = 32;
    private const int ShownBytes = 10;
    private readonly byte[] _key;

    /// <summary>Takes a copy of a key.</summary>
    /// <exception cref="ArgumentException">The key is not 32 bytes long.</exception>
    public PersonalId(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyLength)
            throw new ArgumentException($"The key has {key.Length} bytes; it needs {KeyLength}.", nameof(key));
        _key = key.ToArray();
    }

    /// <summary>A key that lives as long as the process: lines of two starts cannot be joined.</summary>
    public static PersonalId ForThisProcess()
    {
        Span<byte> key = stackalloc byte[KeyLength];
        RandomNumberGenerator.Fill(key);
        return new PersonalId(key);
    }

    /// <summary>What a log line may say instead of the identifier.</summary>
    public string Of(string identifier)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(identifier), hash);
        return Convert.ToHexStringLower(hash[..ShownBytes]);
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_key);

    /// <summary>Always <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}
