using System.CommandLine;
using System.Security.Cryptography;
using GovID.AnonCreds;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds.Objects;

/// <summary>Reads one object from its JSON.</summary>
internal delegate T ObjectReader<out T>(ReadOnlySpan<byte> utf8);

/// <summary>Files that hold one object each, in its published JSON.</summary>
internal static class ObjectFile
{
    /// <summary>An option for a file that must be given.</summary>
    public static Option<string> Needed(string name, string description) => new(name) { Description = description, Required = true };

    /// <summary>An option for a file that may be left out.</summary>
    public static Option<string> Optional(string name, string description) => new(name) { Description = description };

    /// <summary>Reads the object of a file that must be given.</summary>
    public static Task<T> ReadAsync<T>(this Invocation call, Option<string> option, ObjectReader<T> reader) =>
        ReadAsync(call, call.Get(option)!, reader);

    /// <summary>Reads the object of a file that may be left out.</summary>
    public static async Task<T?> ReadOptionalAsync<T>(this Invocation call, Option<string> option, ObjectReader<T> reader)
        where T : class => call.Get(option) is { } path ? await ReadAsync(call, path, reader) : null;

    /// <summary>Reads the object of a path; a refusal names the file and the member.</summary>
    public static async Task<T> ReadAsync<T>(Invocation call, string path, ObjectReader<T> reader)
    {
        var bytes = await InputFile.ReadAsync(path, call.Cancellation);
        try
        {
            return reader(bytes);
        }
        catch (AnonCredsException refused)
        {
            throw new AnonCredsException(refused.Code, $"{path}: {refused.Message}", refused.Field, refused);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Writes an object; an older file is replaced.</summary>
    public static Task WriteAsync(this Invocation call, Option<string> option, byte[] utf8) =>
        WriteAsync(call, option, utf8, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write });

    /// <summary>Writes an object that only its owner may read, and wipes the text; a key is never written over another file.</summary>
    public static async Task WriteSecretAsync(this Invocation call, Option<string> option, byte[] utf8, bool isKey = true)
    {
        var path = call.Get(option)!;
        if (isKey && File.Exists(path))
            throw new CliException(CliErrorCode.FileUnwritable, $"{path} exists: a file with a key is never overwritten. Name another one.", option.Name);
        File.Delete(path);
        try
        {
            await WriteAsync(call, option, utf8, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        finally
        {
            CryptographicOperations.ZeroMemory(utf8);
        }
    }

    private static async Task WriteAsync(Invocation call, Option<string> option, byte[] utf8, FileStreamOptions options)
    {
        await using var file = new FileStream(call.Get(option)!, options);
        await file.WriteAsync(utf8, call.Cancellation);
    }
}
