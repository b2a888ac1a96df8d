using System.Security.Cryptography;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Encodings;

namespace GovID.AnonCreds.Internal.Registries;

/// <summary>Everything that is checked of a tails file before it is used (specification 10.5).</summary>
internal static class TailsVerification
{
    private const int BlockEntries = 4096;
    private const int CopyLength = 81_920;

    /// <summary>The version of the file's form.</summary>
    public static ReadOnlySpan<byte> Header => [0, 2];

    /// <summary>Checks length, beginning, hash and points, in the order of their cost.</summary>
    public static void Check(Stream file, RevocationRegistryDefinition registry, CancellationToken cancellationToken)
    {
        CheckLength(file.Length, registry.Value.MaximumCredentials);
        if (HashOf(file, cancellationToken) != registry.Value.TailsHash)
            throw Refused("its hash is not the one that the registry names");
        file.Position = 0;
        Span<byte> header = stackalloc byte[TailsFile.HeaderLength];
        file.ReadExactly(header);
        CheckHeader(header);
        CheckPoints(file, cancellationToken);
    }

    public static void CheckLength(long length, int places)
    {
        if (length != TailsFile.LengthOf(places))
            throw Refused($"it has {length} bytes instead of {TailsFile.LengthOf(places)}");
    }

    public static void CheckHeader(ReadOnlySpan<byte> header)
    {
        if (!header.SequenceEqual(Header))
            throw Refused("it does not begin with 00 02");
    }

    /// <summary>Copies exactly the given number of bytes; a source that sends fewer or more is refused.</summary>
    public static async Task CopyAsync(Stream source, Stream destination, long length, CancellationToken cancellationToken)
    {
        var buffer = new byte[CopyLength];
        var copied = 0L;
        while (await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            copied += read;
            if (copied > length)
                throw Refused($"it has more than {length} bytes");
            await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }

        if (copied < length)
            throw Refused($"it has {copied} bytes instead of {length}");
    }

    public static AnonCredsException Refused(string why, Exception? inner = null) =>
        new(AnonCredsErrorCode.TailsRefused, $"The tails file is refused: {why}.", innerException: inner);

    private static string HashOf(Stream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[CopyLength];
        while (file.Read(buffer) is > 0 and var read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
        }

        return Base58.Encode(hash.GetHashAndReset());
    }

    private static void CheckPoints(Stream file, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var wave = new byte[Environment.ProcessorCount * BlockEntries * TailsFile.EntryLength];
        while (file.ReadAtLeast(wave, wave.Length, throwOnEndOfStream: false) is > 0 and var read)
        {
            var entries = read / TailsFile.EntryLength;
            var result = Parallel.For(0, (entries + BlockEntries - 1) / BlockEntries, parallel, (block, state) =>
            {
                var first = block * BlockEntries;
                var count = Math.Min(BlockEntries, entries - first);
                if (!G2Sum.AreValid(wave.AsSpan(first * TailsFile.EntryLength, count * TailsFile.EntryLength)))
                    state.Stop();
            });
            if (!result.IsCompleted)
                throw Refused("a tail is no point of the group");
        }
    }
}
