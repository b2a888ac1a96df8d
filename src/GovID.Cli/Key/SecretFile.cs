using System.Buffers;
using System.Security.Cryptography;
using GovID.Cli.Shell;
using GovID.Cryptography;
using GovID.Cryptography.Keys;

namespace GovID.Cli.Key;

/// <summary>Files with secrets: written once, for the owner alone, never over another file.</summary>
internal static class SecretFile
{
    private const int Limit = 64 * 1024;
    private const int SeedLength = 32;

    /// <summary>Writes a private key as JWK with mode 0600.</summary>
    public static void Write(string path, PrivateKey key)
    {
        var text = JsonWebKey.ExportPrivate(key);
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            using var file = new FileStream(path, options);
            file.Write(text);
        }
        catch (IOException taken) when (File.Exists(path))
        {
            throw new CliException(CliErrorCode.FileUnwritable, $"{path} exists: a key file is never overwritten. Name another one.", path, taken);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>Reads a seed: 32 bytes, or 64 hexadecimal digits.</summary>
    public static async Task<byte[]> ReadSeedAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await InputFile.ReadAsync(path, cancellationToken, Limit);
        try
        {
            return Seed(bytes.AsSpan().TrimEnd("\r\n"u8)) ?? throw new CliException(
                CliErrorCode.DataRefused, $"{path} holds no seed: {SeedLength} bytes of text or {2 * SeedLength} hexadecimal digits.", path);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Reads the public key of a file: a JWK, private or public, or one line of any public encoding.</summary>
    public static async Task<PublicKey> ReadPublicAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await InputFile.ReadAsync(path, cancellationToken, Limit);
        try
        {
            return PublicKeyText.Parse(bytes) ?? throw new CliException(
                CliErrorCode.DataRefused, $"{path} holds no key: a JWK, did:key, multikey or base58 of an Ed25519 key is read.", path);
        }
        catch (CryptoException refused)
        {
            throw new CliException(CliErrorCode.DataRefused, $"{path}: {refused.Message}", refused.Field ?? path, refused);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static byte[]? Seed(ReadOnlySpan<byte> text)
    {
        if (text.Length == SeedLength) return text.ToArray();
        var seed = new byte[SeedLength];
        return text.Length == 2 * SeedLength && Convert.FromHexString(text, seed, out _, out _) == OperationStatus.Done ? seed : null;
    }
}
