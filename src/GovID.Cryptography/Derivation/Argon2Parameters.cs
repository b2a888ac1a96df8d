namespace GovID.Cryptography.Derivation;

/// <summary>The cost of one password hash; the number of lanes is always 1.</summary>
/// <remarks>Store it beside the salt: the same password needs the same parameters again.</remarks>
public sealed record Argon2Parameters
{
    /// <summary>The most passes: 64.</summary>
    public const int MaximumIterations = 64;

    /// <summary>The least memory: 8 KiB, what one lane needs (RFC 9106 section 3.1).</summary>
    public const int MinimumMemoryKiB = 8;

    /// <summary>The most memory: 1 GiB. A header from outside cannot make a program take more.</summary>
    public const int MaximumMemoryKiB = 1024 * 1024;

    /// <summary>Sets both costs.</summary>
    /// <param name="iterations">Passes over the memory, 1 to <see cref="MaximumIterations"/>.</param>
    /// <param name="memoryKiB">Memory in KiB, <see cref="MinimumMemoryKiB"/> to <see cref="MaximumMemoryKiB"/>.</param>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.LimitExceeded"/>: outside these ranges.</exception>
    public Argon2Parameters(int iterations, int memoryKiB)
    {
        if (iterations is < 1 or > MaximumIterations)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"Argon2id takes 1 to {MaximumIterations} iterations; {iterations} are asked for.", "iterations");
        if (memoryKiB is < MinimumMemoryKiB or > MaximumMemoryKiB)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"Argon2id takes {MinimumMemoryKiB} to {MaximumMemoryKiB} KiB; {memoryKiB} are asked for.", "memory");
        Iterations = iterations;
        MemoryKiB = memoryKiB;
    }

    /// <summary>For passphrases of people: 3 passes over 256 MiB, about half a second.</summary>
    public static Argon2Parameters Recommended { get; } = new(3, 256 * 1024);

    /// <summary>The low-memory choice of RFC 9106 section 4: 3 passes over 64 MiB.</summary>
    public static Argon2Parameters LowMemory { get; } = new(3, 64 * 1024);

    /// <summary>Passes over the memory.</summary>
    public int Iterations { get; }

    /// <summary>Memory in KiB.</summary>
    public int MemoryKiB { get; }
}
