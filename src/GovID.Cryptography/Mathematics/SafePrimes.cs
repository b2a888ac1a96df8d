using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Mathematics.Internal.Primality;

namespace GovID.Cryptography.Mathematics;

/// <summary>Searches primes p for which (p - 1)/2 is prime too.</summary>
public static class SafePrimes
{
    /// <summary>The shortest that is searched: 64 bits, for tests; keys need 1,024.</summary>
    public const int MinimumBits = 64;

    /// <summary>The longest that is searched: 4,096 bits.</summary>
    public const int MaximumBits = 4096;

    /// <summary>Finds a random safe prime of exactly so many bits whose two highest bits are set, so that the product of two has twice the bits.</summary>
    /// <remarks>Time varies by a factor of ten and more between calls. Both primes pass 40 rounds of Miller-Rabin with random bases.</remarks>
    /// <param name="bits">From <see cref="MinimumBits"/> to <see cref="MaximumBits"/>.</param>
    /// <param name="progress">Told from time to time how many candidates were tested; called on the searching threads.</param>
    /// <param name="degreeOfParallelism">How many threads search; null for one a processor.</param>
    /// <param name="cancellationToken">Stops the search after the candidates in hand: milliseconds at 1,024 bits.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before a prime was found; the exception carries it.</exception>
    public static SecretNumber Generate(
        int bits, IProgress<long>? progress = null, int? degreeOfParallelism = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, MinimumBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MaximumBits);
        int threads = degreeOfParallelism ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(degreeOfParallelism));

        var search = new Search(bits, progress, cancellationToken);
        if (threads == 1) search.Work();
        else Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => search.Work());
        return search.Found ?? throw new OperationCanceledException("The search for a safe prime was cancelled.", cancellationToken);
    }

    private sealed class Search(int bits, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        private const int ReportEvery = 32;
        private SecretNumber? _found;
        private long _tested;

        public SecretNumber? Found => _found;

        [SuppressMessage("Reliability", "CA2000", Justification = "The prime that is published belongs to the caller; any other is disposed of.")]
        public void Work()
        {
            using var worker = new SafePrimeSearch(bits);
            while (Volatile.Read(ref _found) is null && !cancellationToken.IsCancellationRequested)
            {
                if (worker.TestNext() is { } prime) Publish(prime);
                long tested = Interlocked.Add(ref _tested, SafePrimeSearch.Batch);
                if (tested % ReportEvery == 0 || _found is not null) progress?.Report(tested);
            }
        }

        // Two threads may succeed at once: the first counts.
        private void Publish(SecretNumber prime)
        {
            if (Interlocked.CompareExchange(ref _found, prime, null) is not null) prime.Dispose();
        }
    }
}
