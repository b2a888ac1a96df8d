using System.Numerics;
using GovID.Cryptography;
using GovID.Cryptography.Mathematics;

namespace GovID.Bench.Fuzz.Targets;

/// <summary>Powers modulo any number, by every path, beside the platform's own; a third of the input each is modulus, base and exponent.</summary>
public sealed class ModularPowerTarget : FuzzTarget
{
    private const int MaximumPart = 160;

    public override string Name => "modular-power";

    public override IEnumerable<byte[]> Words() =>
        [[.. Enumerable.Repeat((byte)0xff, 13)], [.. Enumerable.Repeat((byte)0, 13)], [0, 0, 0, 0, 0, 0, 0, 0x10]];

    public override IEnumerable<byte[]> Seeds() =>
        [[7, 3, 5], [.. Enumerable.Range(1, 192).Select(i => (byte)(i | 1))], [.. Enumerable.Repeat((byte)0xff, 3 * 130)]];

    public override void Run(ReadOnlySpan<byte> input)
    {
        int part = int.Min(input.Length / 3, MaximumPart);
        BigInteger n = BigNumber.FromBigEndian(input[..part]), b = BigNumber.FromBigEndian(input.Slice(part, part));
        BigInteger e = BigNumber.FromBigEndian(input.Slice(2 * part, int.Min(part, 40)));
        ModularContext context = ModularContext.Create(n);
        BigInteger expected = BigInteger.ModPow(b, e, n);
        using SecretNumber secret = SecretNumber.From(e);
        Same(expected, context.Pow(b, e), "public power");
        Same(expected, context.PowSecret(b, secret), "secret power");
        Same(expected, context.MultiPowSecret(new SecretPowerTerm(b, secret)), "secret product");
        Same(b * b % n, context.Multiply(b, b), "product");
        if (!e.IsZero && context.TryInverse(b, out BigInteger inverse)) Same(BigInteger.One, context.Multiply(b, inverse), "inverse");
    }

    public override bool IsRefusal(Exception exception) => exception is CryptoException { Code: CryptoErrorCode.Malformed };

    private static void Same(BigInteger expected, BigInteger actual, string what)
    {
        if (expected != actual) throw new InvalidOperationException($"a {what} differs from the platform's");
    }
}
