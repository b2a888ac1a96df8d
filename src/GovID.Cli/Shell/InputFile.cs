using System.Security.Cryptography;
using System.Text;

namespace GovID.Cli.Shell;

/// <summary>Reads what a command line names: a file, or standard input for <c>-</c>, never more than a limit.</summary>
internal static class InputFile
{
    /// <summary>The largest file that a command reads unless it says otherwise: 16 MB.</summary>
    public const int UsualLimit = 16 * 1024 * 1024;

    private const int BufferLength = 64 * 1024;

    /// <summary>Reads all bytes; a file that is missing, unreadable or too large is refused with its name.</summary>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken, int limit = UsualLimit)
    {
        try
        {
            // A pipe or terminal that says nothing cannot be told to stop: it is left behind.
            return await Task.Run(() => ReadBoundedAsync(path, limit, cancellationToken), cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException(CliErrorCode.FileUnreadable, $"{path} cannot be read: {error.Message}", path, error);
        }
    }

    /// <summary>Reads UTF-8 text without its final line break.</summary>
    public static async Task<string> ReadTextAsync(string path, CancellationToken cancellationToken, int limit = UsualLimit)
    {
        var bytes = await ReadAsync(path, cancellationToken, limit);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimEnd('\r', '\n');
        }
        catch (DecoderFallbackException error)
        {
            throw new CliException(CliErrorCode.DataRefused, $"{path} is not UTF-8 text.", path, error);
        }
    }

    // Files may hold keys: what is read on the way is wiped.
    private static async Task<byte[]> ReadBoundedAsync(string path, int limit, CancellationToken cancellationToken)
    {
        await using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        var content = new MemoryStream(BufferLength);
        var buffer = new byte[BufferLength];
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (content.Length + read > limit)
                    throw new CliException(CliErrorCode.FileTooLarge, $"{path} is larger than {limit} bytes, the most that is read.", path);
                content.Write(buffer, 0, read);
            }

            return content.ToArray();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
            CryptographicOperations.ZeroMemory(content.GetBuffer());
        }
    }
}
