using System.Numerics;
using System.Runtime.InteropServices;
using GovID.Cryptography.Mathematics.Internal.Kernels;

namespace GovID.Cryptography.Mathematics.Internal.Powers;

/// <summary>Brings the factors of a secret product into the form that <see cref="SecretPowers"/> computes; signs are no secret.</summary>
internal readonly unsafe ref struct SecretProduct(ModularContext context)
{
    public BigInteger Evaluate(ReadOnlySpan<SecretPowerTerm> terms)
    {
        var positive = new List<SecretPowerTerm>(terms.Length);
        var negative = new List<SecretPowerTerm>();
        foreach (SecretPowerTerm term in terms)
        {
            ArgumentNullException.ThrowIfNull(term.Exponent, nameof(terms));
            context.CheckOwn(term.Table);
            (term.Exponent.IsNegative ? negative : positive).Add(Usable(term));
        }

        BigInteger product = Product(positive);
        return negative.Count == 0 ? product : context.Multiply(product, context.Inverse(Product(negative)));
    }

    private BigInteger Product(List<SecretPowerTerm> terms)
    {
        MontgomeryKernel kernel = context.Kernel;
        using Arena.Scope scope = Arena.Enter(secret: true);
        double* result = scope.Take(kernel.Stride);
        SecretPowers.Evaluate(kernel, CollectionsMarshal.AsSpan(terms), result);
        return kernel.Read(result);
    }

    private SecretPowerTerm Usable(SecretPowerTerm term)
    {
        bool fits = term.Table is { } table && term.Exponent.CapacityBits <= table.MaximumBits;
        return fits ? term : new SecretPowerTerm(context.Reduce(term.Base), term.Exponent);
    }
}
