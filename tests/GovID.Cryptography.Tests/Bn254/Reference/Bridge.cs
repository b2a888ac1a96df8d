using System.Numerics;
using GovID.Cryptography.Bn254;

namespace GovID.Cryptography.Tests.Bn254.Reference;

/// <summary>Carries values between the reference and the fast code, by bytes.</summary>
internal static class Bridge
{
    public static byte[] Bytes(BigInteger value)
    {
        var bytes = new byte[32];
        var magnitude = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        magnitude.CopyTo(bytes, bytes.Length - magnitude.Length);
        return bytes;
    }

    public static BigInteger Integer(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    public static byte[] Bytes(ReferenceFp2 value) => [.. Bytes(value.A), .. Bytes(value.B)];

    /// <summary>The bytes of a point of G1 or, with both parts of its coordinates, of the twist; the identity has y = 1.</summary>
    public static byte[] G1Bytes((ReferenceFp2 X, ReferenceFp2 Y)? point)
    {
        var (x, y) = point ?? (ReferenceFp2.Zero, ReferenceFp2.One);
        return [4, .. Bytes(x.A), .. Bytes(y.A), .. new byte[63]];
    }

    public static byte[] G2Bytes((ReferenceFp2 X, ReferenceFp2 Y)? point)
    {
        var (x, y) = point ?? (ReferenceFp2.Zero, ReferenceFp2.One);
        return [.. Bytes(x), .. Bytes(y)];
    }

    /// <summary>The 512 bytes of AnonCreds 10.4: coefficients of w⁰, w³, w¹, w⁴, w², w⁵.</summary>
    public static byte[] GtBytes(ReferenceFp12 value) =>
        [.. new[] { 0, 3, 1, 4, 2, 5 }.SelectMany(power => Bytes(value.At(power))), .. new byte[128]];

    public static Scalar Scalar(BigInteger value) => GovID.Cryptography.Bn254.Scalar.FromBytes(Bytes(value));

    /// <summary>A number below r from a seeded generator.</summary>
    public static BigInteger Below(BigInteger limit, Random random)
    {
        var bytes = new byte[48];
        random.NextBytes(bytes);
        return Integer(bytes) % limit;
    }
}
