namespace GovID.Cryptography.Mathematics.Internal.Primality;

/// <summary>Small primes for sieves, and residues of long numbers modulo them.</summary>
internal static class SmallPrimes
{
    private const int Limit = 1 << 20;
    private static readonly Lazy<uint[]> Table = new(Sieve);

    /// <summary>All odd primes below a bound of at most 2^20, in order.</summary>
    public static ReadOnlySpan<uint> Below(int bound)
    {
        uint[] all = Table.Value;
        int index = Array.BinarySearch(all, (uint)int.Min(bound, Limit));
        return all.AsSpan(0, index < 0 ? ~index : index);
    }

    /// <summary>The residue of a long number, least significant word first.</summary>
    public static uint Residue(ReadOnlySpan<uint> number, uint prime)
    {
        ulong remainder = 0;
        for (int i = number.Length - 1; i >= 0; i--) remainder = ((remainder << 32) | number[i]) % prime;
        return (uint)remainder;
    }

    private static uint[] Sieve()
    {
        // Odd numbers only: position i stands for 2i + 1.
        var composite = new bool[Limit / 2];
        for (int i = 1; (2 * i) + 1 <= 1 << 10; i++)
        {
            int prime = (2 * i) + 1;
            if (composite[i]) continue;
            for (int j = prime * prime / 2; j < composite.Length; j += prime) composite[j] = true;
        }

        return [.. Enumerable.Range(1, composite.Length - 1).Where(i => !composite[i]).Select(i => (uint)((2 * i) + 1))];
    }
}
