using System.Numerics;
using System.Runtime.InteropServices;
using GovID.Cryptography.Mathematics.Internal.Kernels;

namespace GovID.Cryptography.Mathematics.Internal.Powers;

/// <summary>Brings the factors of a public product into the form that <see cref="PublicPowers"/> computes: no negative exponents, no table that is too short.</summary>
internal readonly unsafe ref struct PublicProduct(ModularContext context)
{
    public BigInteger Evaluate(ReadOnlySpan<PowerTerm> terms)
    {
        var powers = new List<PublicPower>(terms.Length);
        var negative = new List<PublicPower>();
        foreach (ref readonly PowerTerm term in terms)
        {
            context.CheckOwn(term.Table);
            CheckLength(term.Exponent);
            if (!term.Exponent.IsZero) (term.Exponent.Sign > 0 ? powers : negative).Add(Usable(in term));
        }

        if (negative.Count > 0) AddInverses(negative, powers);
        return Product(powers);
    }

    // A factor with a table becomes part of one denominator: its table serves the positive power. Other bases are inverted
    // themselves, so that they join the common chain of squarings. All share one inversion.
    private void AddInverses(List<PublicPower> negative, List<PublicPower> powers)
    {
        List<PublicPower> tabled = negative.FindAll(p => p.Table is not null), plain = negative.FindAll(p => p.Table is null);
        List<BigInteger> bases = plain.ConvertAll(p => p.Base);
        if (tabled.Count > 0) bases.Add(Product(tabled));
        BigInteger[] inverses = context.InverseAll(CollectionsMarshal.AsSpan(bases));
        for (int i = 0; i < plain.Count; i++) powers.Add(plain[i] with { Base = inverses[i] });
        if (tabled.Count > 0) powers.Add(new PublicPower(inverses[^1], null, BigInteger.One));
    }

    private BigInteger Product(List<PublicPower> powers)
    {
        MontgomeryKernel kernel = context.Kernel;
        using Arena.Scope scope = Arena.Enter();
        double* result = scope.Take(kernel.Stride);
        PublicPowers.Evaluate(kernel, CollectionsMarshal.AsSpan(powers), result);
        return kernel.Read(result);
    }

    private PublicPower Usable(in PowerTerm term)
    {
        var magnitude = BigInteger.Abs(term.Exponent);
        bool fits = term.Table is { } table && magnitude.GetBitLength() <= table.MaximumBits;
        return fits ? new PublicPower(term.Base, term.Table, magnitude) : new PublicPower(context.Reduce(term.Base), null, magnitude);
    }

    private static void CheckLength(BigInteger exponent)
    {
        if (exponent.GetBitLength() > ModularContext.MaximumExponentBits)
        {
            throw new CryptoException(
                CryptoErrorCode.LimitExceeded, $"An exponent has more than {ModularContext.MaximumExponentBits} bits.", "exponent");
        }
    }
}
