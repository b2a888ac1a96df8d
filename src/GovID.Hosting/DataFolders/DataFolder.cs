using System.Globalization;
using System.Text;

namespace GovID.Hosting.DataFolders;

/// <summary>A program's folder on disk: private (mode 0700), held by one process, and of a known format.</summary>
/// <remarks>
/// The lock ends with the process, however it ends. A folder that an interrupted start left behind is taken up where it stands;
/// one that holds other things is refused, never cleared.
/// </remarks>
public sealed class DataFolder : IDisposable
{
    /// <summary>The format that this program writes.</summary>
    public const int CurrentFormat = 1;

    private const string FormatFile = "format";
    private const string LockFile = "lock";
    private const string OwnerFile = "lock.owner";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (FullName, _lock) = (path, held);

    /// <summary>The folder's full path.</summary>
    public string FullName { get; }

    /// <summary>Opens the folder, making it where it does not exist.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="program">Who opens it, as the next process is told.</param>
    /// <param name="clock">The time that the next process is told.</param>
    /// <exception cref="HostingException">
    /// <see cref="HostingErrorCode.DataFolderBusy"/>: another process holds it; <see cref="HostingErrorCode.DataFolderUnknown"/>: it
    /// is newer than this program or not one of ours; <see cref="HostingErrorCode.DataFolderUnusable"/>: it cannot be written.
    /// </exception>
    public static DataFolder Open(string path, string program, TimeProvider clock)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full, Private);
            CheckFormat(full);
            File.SetUnixFileMode(full, Private);
            var held = Hold(full, program, clock);
            var folder = new DataFolder(full, held);
            if (!File.Exists(folder.PathOf(FormatFile)))
                folder.Write(FormatFile, Encoding.ASCII.GetBytes(CurrentFormat.ToString(CultureInfo.InvariantCulture) + "\n"));
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HostingException(
                HostingErrorCode.DataFolderUnusable, $"{full} cannot be used: {error.Message} Choose a folder that you may write.", full, error);
        }
    }

    /// <summary>Moves an earlier folder aside, as <c>DIR.old-TIME</c>, and opens a new one. Nothing is deleted.</summary>
    /// <returns>The new folder, and where the earlier one is now; null where there was none.</returns>
    /// <exception cref="HostingException">As <see cref="Open"/>.</exception>
    public static (DataFolder Folder, string? Moved) OpenFresh(string path, string program, TimeProvider clock)
    {
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(full) || !Directory.EnumerateFileSystemEntries(full).Any())
            return (Open(full, program, clock), null);

        using var earlier = Open(full, program, clock);
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var aside = Enumerable.Range(1, int.MaxValue)
            .Select(n => $"{full.TrimEnd('/')}.old-{stamp}{(n == 1 ? "" : "-" + n.ToString(CultureInfo.InvariantCulture))}")
            .First(name => !Path.Exists(name));
        try
        {
            Directory.Move(full, aside);
        }
        catch (IOException error)
        {
            throw new HostingException(
                HostingErrorCode.DataFolderUnusable, $"{full} cannot be moved to {aside}: {error.Message}", full, error);
        }

        return (Open(full, program, clock), aside);
    }

    /// <summary>The path of a file or sub-folder in it.</summary>
    public string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([FullName, .. parts]);

    /// <summary>Writes a file whole or not at all: a crash leaves the earlier content.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var target = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!, Private);
        var draft = target + ".new";
        using (var file = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, target, overwrite: true);
    }

    /// <summary>Lets the next process in.</summary>
    public void Dispose() => _lock.Dispose();

    private static FileStream Hold(string folder, string program, TimeProvider clock)
    {
        FileStream held;
        try
        {
            held = new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new HostingException(
                HostingErrorCode.DataFolderBusy,
                $"{folder} is in use by {Owner(folder)}; stop it, or choose another folder with --data.",
                folder,
                error);
        }

        var since = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        File.WriteAllText(Path.Combine(folder, OwnerFile), $"process {Environment.ProcessId} ({program}), since {since}\n");
        return held;
    }

    private static string Owner(string folder)
    {
        var file = Path.Combine(folder, OwnerFile);
        var words = File.Exists(file) ? File.ReadAllText(file).Trim() : "";
        return words.Length == 0 ? "another process" : words; // it writes its words after it took the lock
    }

    private static void CheckFormat(string folder)
    {
        var file = Path.Combine(folder, FormatFile);
        if (!File.Exists(file))
        {
            var strange = Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName)
                .FirstOrDefault(name => name is not (LockFile or OwnerFile or FormatFile + ".new"));
            if (strange is not null)
                throw Unknown(folder, $"holds '{strange}' and no file '{FormatFile}', so it is not a data folder of ours. Choose an empty folder.");
            return;
        }

        var text = File.ReadAllText(file).Trim();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var format) || format < 1)
            throw Unknown(folder, $"has the format '{text}', which is none. Restore its file '{FormatFile}' or choose another folder.");
        if (format > CurrentFormat)
            throw Unknown(folder, $"has format {format}; this program knows up to {CurrentFormat}. Use the newer program. Nothing was changed.");
    }

    private static HostingException Unknown(string folder, string sentence) =>
        new(HostingErrorCode.DataFolderUnknown, $"{folder} {sentence}", folder);
}
