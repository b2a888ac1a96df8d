using System.Numerics;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The few shapes of arithmetic on secrets that proofs need.</summary>
internal static class SecretArithmetic
{
    /// <summary>c·secret + mask, which the mask makes safe to publish.</summary>
    public static BigInteger Respond(BigInteger challenge, SecretNumber secret, SecretNumber mask)
    {
        using var c = SecretNumber.From(challenge);
        using var product = c.Multiply(secret);
        using var sum = product.Add(mask);
        return sum.Reveal();
    }

    /// <summary>left − a·b.</summary>
    public static SecretNumber SubtractProduct(SecretNumber left, SecretNumber a, SecretNumber b)
    {
        using var product = a.Multiply(b);
        return left.Subtract(product);
    }

    /// <summary>A copy with the other sign.</summary>
    public static SecretNumber Negate(SecretNumber number)
    {
        using var zero = SecretNumber.From(BigInteger.Zero);
        return zero.Subtract(number);
    }
}
