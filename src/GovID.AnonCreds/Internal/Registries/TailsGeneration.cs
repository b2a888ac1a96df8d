using System.Security.Cryptography;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Encodings;

namespace GovID.AnonCreds.Internal.Registries;

/// <summary>Computes the tails of a registry on all cores and writes them in order (specification 10.5).</summary>
internal sealed class TailsGeneration
{
    private const int BlockEntries = 256;

    private readonly TailsSource _source;
    private readonly int _entries;
    private readonly G2Multiples _base;

    public TailsGeneration(TailsSource source)
    {
        RegistryChecks.RequireSize(source.Places);
        _source = source;
        _entries = TailsFile.EntriesOf(source.Places);
        _base = new G2Multiples(source.Key.GDash);
    }

    /// <summary>Writes the file and returns its hash.</summary>
    public string Write(Stream destination, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(destination, hash, TailsVerification.Header);
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var wave = new byte[2 * Environment.ProcessorCount * BlockEntries * TailsFile.EntryLength];
        for (var first = 0; first < _entries;)
        {
            var start = first;
            var count = Math.Min(wave.Length / TailsFile.EntryLength, _entries - start);
            var blocks = (count + BlockEntries - 1) / BlockEntries;
            Parallel.For(0, blocks, parallel, block =>
            {
                var offset = block * BlockEntries;
                Compute(start + offset, Entries(wave, offset, Math.Min(BlockEntries, count - offset)));
            });
            Append(destination, hash, Entries(wave, 0, count));
            first += count;
            progress?.Report(first);
        }

        return Base58.Encode(hash.GetHashAndReset());
    }

    /// <summary>tail_k = g'·gamma^k; at L + 1 stands g' itself, since that power must stay secret.</summary>
    private void Compute(int first, Span<byte> entries)
    {
        var gamma = _source.Private.Gamma;
        var scalars = new Scalar[entries.Length / TailsFile.EntryLength];
        var power = RegistryArithmetic.Power(gamma, first);
        for (var i = 0; i < scalars.Length; i++)
        {
            scalars[i] = first + i == _source.Places + 1 ? Scalar.One : power;
            power *= gamma;
        }

        _base.WriteMultiples(scalars, entries);
        Array.Clear(scalars);
    }

    private static Span<byte> Entries(byte[] buffer, int first, int count) =>
        buffer.AsSpan(first * TailsFile.EntryLength, count * TailsFile.EntryLength);

    private static void Append(Stream destination, IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        destination.Write(bytes);
    }
}
