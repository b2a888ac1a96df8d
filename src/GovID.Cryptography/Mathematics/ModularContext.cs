using System.Numerics;
using GovID.Cryptography.Mathematics.Internal.Kernels;
using GovID.Cryptography.Mathematics.Internal.Native;
using GovID.Cryptography.Mathematics.Internal.Powers;

namespace GovID.Cryptography.Mathematics;

/// <summary>Arithmetic modulo one odd number of RSA size; make it once for a modulus and keep it.</summary>
/// <remarks>
/// Immutable and safe for any number of threads: scratch memory belongs to the calling thread. Numbers go in and come out
/// as <see cref="BigInteger"/>; results are in [0, modulus). Methods whose names say Secret take time that depends on
/// declared lengths only; all others take time that depends on the numbers.
/// </remarks>
public sealed unsafe class ModularContext
{
    /// <summary>The longest modulus: 8,192 bits.</summary>
    public const int MaximumBits = MontgomeryKernel.MaximumBits;

    /// <summary>The longest exponent: 65,536 bits.</summary>
    public const int MaximumExponentBits = 65_536;

    private readonly Lazy<NativeModulus> _native;

    private ModularContext(BigInteger modulus, MontgomeryKernel kernel)
    {
        Modulus = modulus;
        Kernel = kernel;
        _native = new Lazy<NativeModulus>(() => new NativeModulus(modulus));
    }

    /// <summary>The modulus.</summary>
    public BigInteger Modulus { get; }

    /// <summary>The number of bits of the modulus.</summary>
    public int BitLength => (int)Modulus.GetBitLength();

    internal MontgomeryKernel Kernel { get; }

    /// <summary>Prepares arithmetic modulo a number.</summary>
    /// <param name="modulus">An odd number of at least 2 and at most <see cref="MaximumBits"/> bits.</param>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.Malformed"/>: the modulus is even or too small;
    /// <see cref="CryptoErrorCode.LimitExceeded"/>: it is too long.</exception>
    public static ModularContext Create(BigInteger modulus) => new(Checked(modulus), MontgomeryKernel.Create(modulus));

    /// <summary>The same with a given kernel, so that tests reach each of them on one machine.</summary>
    internal static ModularContext Create(BigInteger modulus, Func<BigInteger, MontgomeryKernel> kernel) =>
        new(Checked(modulus), kernel(modulus));

    /// <summary>Returns the least non-negative residue of a number of either sign.</summary>
    public BigInteger Reduce(BigInteger value) => BigNumber.Modulo(value, Modulus);

    /// <summary>Returns left · right modulo the modulus.</summary>
    public BigInteger Multiply(BigInteger left, BigInteger right)
    {
        using Arena.Scope scope = Arena.Enter();
        double* product = scope.Take(Kernel.Stride), factor = scope.Take(Kernel.Stride);
        Kernel.Load(Reduce(left), product);
        Kernel.LoadPlain(Reduce(right), factor);
        Kernel.Multiply(product, factor, product);
        return Kernel.ReadPlain(product);
    }

    /// <summary>Returns the product of any number of factors; 1 of none.</summary>
    public BigInteger Product(params ReadOnlySpan<BigInteger> factors)
    {
        BigInteger product = BigInteger.One;
        foreach (BigInteger factor in factors) product = Multiply(product, factor);
        return Reduce(product);
    }

    /// <summary>Returns the number whose product with the given one is 1.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.NotInvertible"/>: the number shares a factor with the modulus.</exception>
    public BigInteger Inverse(BigInteger value) => TryInverse(value, out BigInteger inverse) ? inverse : throw NotInvertible();

    /// <summary>Finds the inverse; false when the number shares a factor with the modulus.</summary>
    public bool TryInverse(BigInteger value, out BigInteger inverse) =>
        BigNumber.TryInverse(Reduce(value), Modulus, out inverse);

    /// <summary>Returns the inverses of all numbers, in their order, for the price of one inversion and three products each.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.NotInvertible"/>: one of the numbers shares a factor with the modulus.</exception>
    public BigInteger[] InverseAll(params ReadOnlySpan<BigInteger> values)
    {
        var inverses = new BigInteger[values.Length];
        if (values.Length == 0) return inverses;

        // Montgomery's trick: invert the product of all, then peel one factor off after the other.
        BigInteger product = BigInteger.One;
        for (int i = 0; i < values.Length; i++)
        {
            inverses[i] = product;
            product = i == 0 ? Reduce(values[0]) : Multiply(product, values[i]);
        }

        BigInteger inverse = Inverse(product);
        for (int i = values.Length - 1; i > 0; i--)
        {
            inverses[i] = Multiply(inverses[i], inverse);
            inverse = Multiply(inverse, values[i]);
        }

        inverses[0] = inverse;
        return inverses;
    }

    /// <summary>Raises a base to a public exponent of either sign.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.NotInvertible"/>: the exponent is negative and the base has no inverse;
    /// <see cref="CryptoErrorCode.LimitExceeded"/>: the exponent is longer than <see cref="MaximumExponentBits"/>.</exception>
    public BigInteger Pow(BigInteger @base, BigInteger exponent) => MultiPow(new PowerTerm(@base, exponent));

    /// <summary>Returns the product of powers with public exponents of either sign, sharing squarings and one inversion among all factors.</summary>
    /// <exception cref="ArgumentException">A table belongs to another modulus.</exception>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.NotInvertible"/>: a base with a negative exponent has no inverse;
    /// <see cref="CryptoErrorCode.LimitExceeded"/>: an exponent is longer than <see cref="MaximumExponentBits"/>.</exception>
    public BigInteger MultiPow(params ReadOnlySpan<PowerTerm> terms) => new PublicProduct(this).Evaluate(terms);

    /// <summary>Raises a base to a secret exponent with OpenSSL's constant-time exponentiation; meant for long-lived keys.</summary>
    /// <param name="base">The base, which is public.</param>
    /// <param name="exponent">The exponent; its declared length and its sign are not hidden.</param>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.NotInvertible"/>: the exponent is negative and the base has no inverse.</exception>
    public BigInteger PowSecret(BigInteger @base, SecretNumber exponent)
    {
        ArgumentNullException.ThrowIfNull(exponent);
        BigInteger reduced = exponent.IsNegative ? Inverse(@base) : Reduce(@base);
        NativeModulus native = _native.Value;
        BnScratch scratch = BnScratch.Secret;
        try
        {
            nint power = scratch.Set(1, exponent.Limbs, negative: false);
            LibCrypto.Check(LibCrypto.ModExpConstantTime(
                scratch[0], scratch.Set(2, reduced), power, native.Number, scratch.Context, native.Montgomery));
            return scratch.Get(0) % Modulus;
        }
        finally
        {
            scratch.Wipe();
            GC.KeepAlive(native);
        }
    }

    /// <summary>Returns the product of powers with secret exponents, in time that depends on the declared lengths and signs only.</summary>
    /// <exception cref="ArgumentException">A table belongs to another modulus.</exception>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.NotInvertible"/>: a base with a negative exponent has no inverse.</exception>
    public BigInteger MultiPowSecret(params ReadOnlySpan<SecretPowerTerm> terms) => new SecretProduct(this).Evaluate(terms);

    internal static CryptoException NotInvertible() => new(
        CryptoErrorCode.NotInvertible, "The number has no inverse because it shares a factor with the modulus; refuse it.", "base");

    /// <summary>Whether a table may be used: refuses one of another modulus.</summary>
    internal void CheckOwn(FixedBaseTable? table)
    {
        if (table is null || ReferenceEquals(table.Context, this)) return;
        bool sameForm = table.Context.Modulus == Modulus && table.Context.Kernel.GetType() == Kernel.GetType();
        if (!sameForm) throw new ArgumentException("The table belongs to another modulus.", nameof(table));
    }

    private static BigInteger Checked(BigInteger modulus)
    {
        if (modulus.IsEven || modulus < 3)
            throw new CryptoException(CryptoErrorCode.Malformed, "The modulus must be an odd number above 2.", "modulus");
        if (modulus.GetBitLength() > MaximumBits)
            throw new CryptoException(CryptoErrorCode.LimitExceeded, $"The modulus must not have more than {MaximumBits} bits.", "modulus");
        return modulus;
    }
}
