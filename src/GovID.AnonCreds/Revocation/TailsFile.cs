using GovID.AnonCreds.Internal.Registries;
using GovID.Cryptography;
using GovID.Cryptography.Bn254;
using Microsoft.Win32.SafeHandles;

namespace GovID.AnonCreds.Revocation;

/// <summary>
/// The tails of a registry (specification 10.5): <c>00 02</c>, then 2L + 1 points of 128 bytes, tail k at byte 2 + 128·k. A holder verifies the
/// file once, when it arrives, and then reads single tails. Safe for use by many threads.
/// </summary>
public sealed class TailsFile : IDisposable
{
    /// <summary>The length of a tail in bytes.</summary>
    public const int EntryLength = G2Point.Length;

    /// <summary>The length of what stands before the first tail.</summary>
    public const int HeaderLength = 2;

    private readonly SafeFileHandle _file;

    private TailsFile(SafeFileHandle file, int places)
    {
        _file = file;
        Places = places;
    }

    /// <summary>L, the size of the registry.</summary>
    public int Places { get; }

    /// <summary>The length of the file of a registry of L places.</summary>
    public static long LengthOf(int places) => HeaderLength + ((long)EntryLength * EntriesOf(places));

    /// <summary>Writes the tails to a stream, computing on all cores; returns the hash for the registry definition.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="source">What they are made of.</param>
    /// <param name="progress">Told how many tails are written.</param>
    /// <param name="cancellationToken">Ends the computation; what was written is then of no use.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/>: no registry has this size.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static string Write(Stream destination, TailsSource source, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(source);
        return new TailsGeneration(source).Write(destination, progress, cancellationToken);
    }

    /// <summary>Writes the tails to a file, which appears when it is complete and not before; returns the hash for the registry definition.</summary>
    /// <param name="path">The file; an older one is replaced.</param>
    /// <param name="source">What they are made of.</param>
    /// <param name="progress">Told how many tails are written.</param>
    /// <param name="cancellationToken">Ends the computation; nothing is left behind.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/>: no registry has this size.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static string Create(string path, TailsSource source, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var file = new NewFile(path);
        var hash = Write(file.Content, source, progress, cancellationToken);
        file.Keep();
        return hash;
    }

    /// <summary>Verifies length, hash and every point of a file, on all cores.</summary>
    /// <param name="path">The file.</param>
    /// <param name="registry">The registry that names its hash.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.TailsRefused"/>: the file is not that of the registry, or holds a wrong point.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Verify(string path, RevocationRegistryDefinition registry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(registry);
        using var file = File.OpenRead(path);
        TailsVerification.Check(file, registry, cancellationToken);
    }

    /// <summary>Receives a file from a tails server: reads no more than its length, verifies it in full, and only then puts it in place.</summary>
    /// <param name="source">What the server sends.</param>
    /// <param name="path">Where to keep it; an older file is replaced.</param>
    /// <param name="registry">The registry that names its hash.</param>
    /// <param name="cancellationToken">Ends it; nothing is left behind.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.TailsRefused"/>: what came is not the file of the registry, or holds a wrong point.</exception>
    /// <exception cref="IOException">The source cannot be read or the file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<TailsFile> ReceiveAsync(Stream source, string path, RevocationRegistryDefinition registry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(registry);
        using (var file = new NewFile(path))
        {
            await TailsVerification.CopyAsync(source, file.Content, LengthOf(registry.Value.MaximumCredentials), cancellationToken).ConfigureAwait(false);
            file.Content.Position = 0;
            TailsVerification.Check(file.Content, registry, cancellationToken);
            file.Keep();
        }

        return Open(path, registry);
    }

    /// <summary>Opens a file that was verified before, by <see cref="ReceiveAsync"/> or <see cref="Verify"/>; looks at its length and first bytes only.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.TailsRefused"/>: the file has another length or another beginning.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TailsFile Open(string path, RevocationRegistryDefinition registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var handle = File.OpenHandle(path, options: FileOptions.RandomAccess);
        try
        {
            TailsVerification.CheckLength(RandomAccess.GetLength(handle), registry.Value.MaximumCredentials);
            Span<byte> header = stackalloc byte[HeaderLength];
            ReadExactly(handle, 0, header);
            TailsVerification.CheckHeader(header);
            return new TailsFile(handle, registry.Value.MaximumCredentials);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Reads a tail and checks it.</summary>
    /// <param name="entry">Its number, 0 to 2L.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.TailsRefused"/>: it is no point of the group.</exception>
    public G2Point Read(int entry)
    {
        Span<byte> bytes = stackalloc byte[EntryLength];
        Read(entry, bytes);
        return G2Point.TryFromBytes(bytes, out var point) ? point : throw TailsVerification.Refused($"tail {entry} is no point of the group");
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Says how many tails there are.</summary>
    public override string ToString() => $"{EntriesOf(Places)} tails";

    internal static int EntriesOf(int places) => (2 * places) + 1;

    /// <summary>Reads tails in a row, unchecked.</summary>
    internal void Read(int first, Span<byte> entries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + (entries.Length / EntryLength), EntriesOf(Places), nameof(first));
        ReadExactly(_file, HeaderLength + ((long)EntryLength * first), entries);
    }

    private static void ReadExactly(SafeFileHandle file, long offset, Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            var read = RandomAccess.Read(file, destination, offset);
            if (read == 0)
                throw TailsVerification.Refused("it ends early");
            destination = destination[read..];
            offset += read;
        }
    }

    /// <summary>A file that appears under its name when it is kept, and is gone otherwise.</summary>
    private sealed class NewFile : IDisposable
    {
        private readonly string _path;
        private readonly string _temporary;
        private bool _kept;

        public NewFile(string path)
        {
            _path = Path.GetFullPath(path);
            _temporary = $"{_path}.{Convert.ToHexStringLower(RandomBytes.Get(8))}.part";
            Content = new FileStream(_temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        }

        public FileStream Content { get; }

        public void Keep()
        {
            Content.Flush(flushToDisk: true);
            Content.Dispose();
            File.Move(_temporary, _path, overwrite: true);
            _kept = true;
        }

        public void Dispose()
        {
            Content.Dispose();
            if (!_kept)
                File.Delete(_temporary);
        }
    }
}
