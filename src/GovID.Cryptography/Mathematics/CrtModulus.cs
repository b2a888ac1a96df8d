using System.Numerics;
using GovID.Cryptography.Mathematics.Internal.Native;

namespace GovID.Cryptography.Mathematics;

/// <summary>The product of two secret primes, for whoever knows them: powers cost a third and less by Chinese remainders.</summary>
/// <remarks>
/// Powers run in OpenSSL's constant-time exponentiation. A fault in one half would reveal a factor of the modulus: check
/// results that leave the machine, as a signer does by raising its signature to the public exponent.
/// </remarks>
public sealed class CrtModulus : IDisposable
{
    private readonly SecretNumber _pMinusOne;
    private readonly SecretNumber _qMinusOne;
    private readonly SecretNumber _qInverse;
    private readonly NativeModulus _nativeP;
    private readonly NativeModulus _nativeQ;

    private CrtModulus(SecretNumber p, SecretNumber q)
    {
        using SecretNumber one = SecretNumber.From(BigInteger.One);
        using SecretNumber product = p.Multiply(q);
        Modulus = product.Reveal();
        _qInverse = q.InverseModulo(p);
        _pMinusOne = p.Subtract(one);
        _qMinusOne = q.Subtract(one);
        _nativeP = new NativeModulus(p);
        _nativeQ = new NativeModulus(q);
    }

    /// <summary>p · q, which is public.</summary>
    public BigInteger Modulus { get; }

    /// <summary>Prepares powers modulo p · q. The numbers are copied; their owner disposes of them as before.</summary>
    /// <param name="p">An odd prime of at least 32 and at most 4,096 bits.</param>
    /// <param name="q">Another one.</param>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.InvalidKey"/>: a factor is even, not positive or of a wrong length, or both are equal.
    /// That they are primes is not tested here.</exception>
    public static CrtModulus Create(SecretNumber p, SecretNumber q)
    {
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(q);
        Check(p, nameof(p));
        Check(q, nameof(q));
        if (p.IsEqualTo(q)) throw new CryptoException(CryptoErrorCode.InvalidKey, "The two primes must differ.", nameof(q));
        return new CrtModulus(p, q);
    }

    /// <summary>Raises a base to a secret exponent of either sign, modulo p · q.</summary>
    /// <param name="base">The base, which is public and shares no factor with the modulus.</param>
    /// <param name="exponent">The exponent; its declared length and its sign are not hidden.</param>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.NotInvertible"/>: the base shares a factor with the modulus.</exception>
    /// <exception cref="ObjectDisposedException">The object was disposed of.</exception>
    public BigInteger PowSecret(BigInteger @base, SecretNumber exponent)
    {
        ArgumentNullException.ThrowIfNull(exponent);
        BigInteger reduced = BigNumber.Modulo(@base, Modulus);
        if (!BigNumber.AreCoprime(reduced, Modulus)) throw ModularContext.NotInvertible();

        // Exponents count modulo p - 1 and q - 1, which also makes negative ones positive.
        using NativeModulus.Use useP = _nativeP.Enter();
        using NativeModulus.Use useQ = _nativeQ.Enter();
        using SecretNumber forP = exponent.Modulo(_pMinusOne), forQ = exponent.Modulo(_qMinusOne);
        BnScratch scratch = BnScratch.Secret;
        try
        {
            RaiseBoth(scratch, reduced, forP, forQ);
            Combine(scratch);
            return scratch.Get(0);
        }
        finally
        {
            scratch.Wipe();
        }
    }

    /// <summary>Overwrites what was kept of the primes.</summary>
    public void Dispose()
    {
        _pMinusOne.Dispose();
        _qMinusOne.Dispose();
        _qInverse.Dispose();
        _nativeP.Dispose();
        _nativeQ.Dispose();
    }

    private static void Check(SecretNumber prime, string name)
    {
        bool valid = !prime.IsNegative && prime.CapacityBits is >= 32 and <= 4096 && (prime.Limbs[0] & 1) == 1 && prime.Limbs[^1] != 0;
        if (!valid) throw new CryptoException(CryptoErrorCode.InvalidKey, "A factor must be an odd prime of 32 to 4,096 bits.", name);
    }

    // Positions 0 and 1 become base^forP mod p and base^forQ mod q. OpenSSL interleaves the two where the processor allows.
    private void RaiseBoth(BnScratch scratch, BigInteger reduced, SecretNumber forP, SecretNumber forQ)
    {
        nint p = _nativeP.Number, q = _nativeQ.Number;
        scratch.Set(2, reduced);
        LibCrypto.Check(LibCrypto.Modulo(scratch[3], scratch[2], p, scratch.Context));
        LibCrypto.Check(LibCrypto.Modulo(scratch[4], scratch[2], q, scratch.Context));
        nint powerP = scratch.Set(5, forP.Limbs, negative: false), powerQ = scratch.Set(6, forQ.Limbs, negative: false);
        LibCrypto.Check(LibCrypto.ModExpConstantTimeTwice(
            scratch[0], scratch[3], powerP, p, _nativeP.Montgomery, scratch[1], scratch[4], powerQ, q, _nativeQ.Montgomery, scratch.Context));
    }

    // x = x_q + q·((x_p - x_q)·q^-1 mod p)
    private void Combine(BnScratch scratch)
    {
        nint x = scratch[0], xq = scratch[1], difference = scratch[2];
        LibCrypto.Check(LibCrypto.Subtract(difference, x, xq));
        LibCrypto.Check(LibCrypto.Multiply(scratch[3], difference, scratch.Set(4, _qInverse.Limbs, negative: false), scratch.Context));
        LibCrypto.Check(LibCrypto.Modulo(scratch[5], scratch[3], _nativeP.Number, scratch.Context));
        LibCrypto.Check(LibCrypto.Multiply(scratch[6], scratch[5], _nativeQ.Number, scratch.Context));
        LibCrypto.Check(LibCrypto.Add(x, scratch[6], xq));
    }
}
