using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using GovID.Cryptography.Encodings;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>A short Weierstrass curve y² = x³ + ax + b over a prime field with cofactor 1 (SEC 2 version 2; FIPS 186-5 names the NIST ones).</summary>
/// <remarks>The arithmetic here reads public points only; secrets are computed with by the platform.</remarks>
internal sealed class EllipticCurve
{
    public static readonly EllipticCurve P256 = new("1.2.840.10045.3.1.7", HashAlgorithmName.SHA256, new Constants(
        Prime: "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
        A: "ffffffff00000001000000000000000000000000fffffffffffffffffffffffc",
        B: "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
        Order: "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"));

    public static readonly EllipticCurve P384 = new("1.3.132.0.34", HashAlgorithmName.SHA384, new Constants(
        Prime: "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff",
        A: "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000fffffffc",
        B: "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef",
        Order: "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973"));

    public static readonly EllipticCurve P521 = new("1.3.132.0.35", HashAlgorithmName.SHA512, new Constants(
        Prime: "01ff" + Ones512,
        A: "01ff" + "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc",
        B: "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00",
        Order: "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409"));

    public static readonly EllipticCurve Secp256k1 = new("1.3.132.0.10", HashAlgorithmName.SHA256, new Constants(
        Prime: "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f",
        A: "0000000000000000000000000000000000000000000000000000000000000000",
        B: "0000000000000000000000000000000000000000000000000000000000000007",
        Order: "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"));

    private const string Ones512 =
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

    private readonly BigInteger _prime;
    private readonly BigInteger _a;
    private readonly BigInteger _b;
    private readonly byte[] _order;

    private EllipticCurve(string oid, HashAlgorithmName hash, Constants constants)
    {
        Platform = ECCurve.CreateFromValue(oid);
        Hash = hash;
        _prime = Number(constants.Prime);
        _a = Number(constants.A);
        _b = Number(constants.B);
        _order = Hex.Decode(constants.Order);
    }

    public ECCurve Platform { get; }

    /// <summary>The hash that JOSE pairs with the curve (RFC 7518 section 3.4, RFC 8812 section 3.2).</summary>
    public HashAlgorithmName Hash { get; }

    /// <summary>Bytes of a coordinate and of a scalar.</summary>
    public int FieldLength => _order.Length;

    public int UnusedTopBits => (8 * FieldLength) - (int)_prime.GetBitLength();

    /// <summary>Reads a SEC1 point (SEC 1 version 2 section 2.3.4); the result is 04 followed by both coordinates.</summary>
    public KeyRefusal? TryReadPoint(ReadOnlySpan<byte> encoded, out byte[] uncompressed)
    {
        uncompressed = [];
        if (encoded.IsEmpty) return Malformed();
        return encoded[0] switch
        {
            0x02 or 0x03 when encoded.Length == 1 + FieldLength => TryDecompress(encoded, out uncompressed),
            0x04 when encoded.Length == 1 + (2 * FieldLength) => TryReadUncompressed(encoded, out uncompressed),
            0x02 or 0x03 or 0x04 => KeyRefusal.Length("A SEC1 point on this curve", $"{1 + FieldLength} (compressed) or {1 + (2 * FieldLength)} (uncompressed)", encoded.Length),
            _ => Malformed(),
        };
    }

    public static byte[] Compress(ReadOnlySpan<byte> uncompressed)
    {
        var length = (uncompressed.Length - 1) / 2;
        return [(byte)(0x02 | (uncompressed[^1] & 1)), .. uncompressed.Slice(1, length)];
    }

    /// <summary>Tells whether 1 ≤ scalar &lt; order, in time that does not depend on the scalar.</summary>
    public bool IsScalar(ReadOnlySpan<byte> scalar)
    {
        var borrow = 0;
        var any = 0;
        for (var i = FieldLength - 1; i >= 0; i--)
        {
            borrow = ((scalar[i] - _order[i] - borrow) >> 8) & 1;
            any |= scalar[i];
        }

        return (borrow & (any != 0 ? 1 : 0)) == 1;
    }

    /// <summary>Replaces s by n - s in a raw signature when it lies in the upper half.</summary>
    public void MakeLowS(Span<byte> signature)
    {
        var part = signature[FieldLength..];
        var order = new BigInteger(_order, isUnsigned: true, isBigEndian: true);
        var s = new BigInteger(part, isUnsigned: true, isBigEndian: true);
        if (s + s > order) WriteFixed(order - s, part);
    }

    private KeyRefusal? TryDecompress(ReadOnlySpan<byte> encoded, out byte[] uncompressed)
    {
        uncompressed = [];
        var x = new BigInteger(encoded[1..], isUnsigned: true, isBigEndian: true);
        if (x >= _prime) return OffCurve();

        // p ≡ 3 (mod 4) for all four curves: a root of c is c^((p+1)/4), when there is one.
        var square = RightSide(x);
        var y = BigInteger.ModPow(square, (_prime + 1) / 4, _prime);
        if (BigInteger.ModPow(y, 2, _prime) != square) return OffCurve();
        var odd = encoded[0] == 0x03;
        if (y.IsZero && odd) return OffCurve();
        if (!y.IsEven != odd) y = _prime - y;

        uncompressed = new byte[1 + (2 * FieldLength)];
        uncompressed[0] = 0x04;
        encoded[1..].CopyTo(uncompressed.AsSpan(1));
        WriteFixed(y, uncompressed.AsSpan(1 + FieldLength));
        return null;
    }

    private KeyRefusal? TryReadUncompressed(ReadOnlySpan<byte> encoded, out byte[] uncompressed)
    {
        uncompressed = [];
        var x = new BigInteger(encoded.Slice(1, FieldLength), isUnsigned: true, isBigEndian: true);
        var y = new BigInteger(encoded[(1 + FieldLength)..], isUnsigned: true, isBigEndian: true);
        if (x >= _prime || y >= _prime || BigInteger.ModPow(y, 2, _prime) != RightSide(x)) return OffCurve();
        uncompressed = encoded.ToArray();
        return null;
    }

    private BigInteger RightSide(BigInteger x) => ((x * x * x) + (_a * x) + _b) % _prime;

    private static void WriteFixed(BigInteger value, Span<byte> destination)
    {
        destination.Clear();
        var length = value.GetByteCount(isUnsigned: true);
        value.TryWriteBytes(destination[^length..], out _, isUnsigned: true, isBigEndian: true);
    }

    private static BigInteger Number(string hex) => BigInteger.Parse("0" + hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static KeyRefusal OffCurve() => new(CryptoErrorCode.InvalidPoint, "The coordinates are not those of a point on the curve.");

    private static KeyRefusal Malformed() =>
        new(CryptoErrorCode.Malformed, "A SEC1 point begins with 02 or 03 (compressed) or 04 (uncompressed); the point at infinity is no key.");

    private sealed record Constants(string Prime, string A, string B, string Order);
}
