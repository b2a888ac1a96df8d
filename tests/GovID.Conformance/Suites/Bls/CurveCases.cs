using System.Globalization;
using System.Numerics;
using System.Text.Json;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Bn254.Internal.Curves;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;

namespace GovID.Conformance.Suites.Bls;

/// <summary>The constants of the curve and points from hashes.</summary>
internal static class CurveCases
{
    private const string Name = "AMCL BN254";
    private const string Twist = "D-type, b/(1+i)";

    /// <summary>p is one more than the x of G1's generator, r one more than the scalar −1; both are the stated polynomials in u.</summary>
    public static void Curve(JsonElement item)
    {
        Check.Equal("name", item.Text("name"), Name);
        Check.Equal("twist", item.Text("twist"), Twist);
        var u = -BigInteger.Parse("0" + item.Text("x_neg"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var p = (36 * u * u * u * u) + (36 * u * u * u) + (24 * u * u) + (6 * u) + 1;
        Check.Equal("x_neg", p, Integer(G1Point.Generator.ToBytes().AsSpan(1, 32)) + 1);
        Check.Equal("p", item.Text("p"), Hex.Encode(Bytes(p)));
        Check.Equal("r", item.Text("r"), Hex.Encode(Bytes(Integer((-Scalar.One).ToBytes()) + 1)));

        var generator = G1Point.Generator.ToBytes();
        var (x, y) = (Integer(generator.AsSpan(1, 32)), Integer(generator.AsSpan(33, 32)));
        var b = (((y * y) - (x * x * x)) % p) + p;
        Check.Equal("b", item.Number("b"), (long)(b % p));
    }

    public static void Generator(JsonElement content)
    {
        Check.Equal("generator_hex", content.Text("generator_hex"), Hex.Encode(BlsPublicKey.Generator.ToBytes()));
        Check.Equal("generator_b58", content.Text("generator_b58"), Base58.Encode(BlsPublicKey.Generator.ToBytes()));
    }

    public static void HashToPoint(JsonElement item)
    {
        var hash = Sha256.Hash(item.Bytes("message_hex"));
        Check.Equal("sha256_hex", item.Text("sha256_hex"), Hex.Encode(hash));
        var point = new G1Point(HashedPoint.Of(hash, out var increments));
        Check.Equal("increments", item.Number("increments"), (long)increments);
        Check.Equal("point_hex", item.Text("point_hex"), Hex.Encode(point.ToBytes()));
    }

    private static BigInteger Integer(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger value) => value.ToByteArray(isUnsigned: true, isBigEndian: true);
}
