using System.Security.Cryptography;
using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Tests.Keys;

public sealed class EllipticCurveKeyTests
{
    public static TheoryData<KeyType, string, int> Curves => new()
    {
        { KeyType.P256, "1.2.840.10045.3.1.7", 32 },
        { KeyType.P384, "1.3.132.0.34", 48 },
        { KeyType.P521, "1.3.132.0.35", 66 },
        { KeyType.Secp256k1, "1.3.132.0.10", 32 },
    };

    // RFC 6979 appendix A.2.5 to A.2.7 (message "sample", the curve's own hash); secp256k1: SEC 2 generator for d = 1.
    [Theory]
    [InlineData(KeyType.P256, "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721", "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299", "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8")]
    [InlineData(KeyType.P384, "6b9d3dad2e1b8c1c05b19875b6659f4de23c3b667bf297ba9aa47740787137d896d5724e4c70a825f872c9ea60d2edf5", "04ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64def8f0ea9055866064a254515480bc138015d9b72d7d57244ea8ef9ac0c621896708a59367f9dfb9f54ca84b3f1c9db1288b231c3ae0d4fe7344fd2533264720", "94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c81a648152e44acf96e36dd1e80fabe4699ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94fa329c145786e679e7b82c71a38628ac8")]
    [InlineData(KeyType.P521, "00fad06daa62ba3b25d2fb40133da757205de67f5bb0018fee8c86e1b68c7e75caa896eb32f1f47c70855836a6d16fcc1466f6d8fbec67db89ec0c08b0e996b83538", "0401894550d0785932e00eaa23b694f213f8c3121f86dc97a04e5a7167db4e5bcd371123d46e45db6b5d5370a7f20fb633155d38ffa16d2bd761dcac474b9a2f5023a400493101c962cd4d2fddf782285e64584139c2f91b47f87ff82354d6630f746a28a0db25741b5b34a828008b22acc23f924faafbd4d33f81ea66956dfeaa2bfdfcf5", "00c328fafcbd79dd77850370c46325d987cb525569fb63c5d3bc53950e6d4c5f174e25a1ee9017b5d450606add152b534931d7d4e8455cc91f9b15bf05ec36e377fa00617cce7cf5064806c467f678d3b4080d6f1cc50af26ca209417308281b68af282623eaa63e5b5c0723d8b8c37ff0777b1a20f8ccb1dccc43997f1ee0e44da4a67a")]
    public void Verifies_the_published_signature(KeyType type, string secret, string point, string signature)
    {
        using var key = PrivateKey.Import(type, Hex.Decode(secret));

        Hex.Encode(key.PublicKey.ExportUncompressed()).ShouldBe(point);
        key.PublicKey.Verify(Encoding.ASCII.GetBytes("sample"), Hex.Decode(signature)).ShouldBeTrue();
        PublicKey.Import(type, Hex.Decode(point)).ShouldBe(key.PublicKey);
    }

    // SEC 2 version 2 section 2.4.1: the base point, which is the public key of d = 1.
    [Fact]
    public void Knows_the_base_point_of_secp256k1()
    {
        using var key = PrivateKey.Import(KeyType.Secp256k1, [.. new byte[31], 1]);

        Hex.Encode(key.PublicKey.Export()).ShouldBe("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
        Hex.Encode(key.PublicKey.ExportUncompressed()).ShouldEndWith("483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8");
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Reads_compressed_and_uncompressed_points_alike(KeyType type, string oid, int length)
    {
        for (var i = 0; i < 20; i++)
        {
            using var platform = ECDsa.Create(ECCurve.CreateFromValue(oid));
            var point = platform.ExportParameters(includePrivateParameters: false).Q;
            byte[] uncompressed = [0x04, .. point.X!, .. point.Y!];
            byte[] compressed = [(byte)(2 + (point.Y![^1] & 1)), .. point.X!];

            var key = PublicKey.Import(type, compressed);

            compressed.Length.ShouldBe(1 + length);
            key.ExportUncompressed().ShouldBe(uncompressed);
            PublicKey.Import(type, uncompressed).Export().ShouldBe(compressed);
            key.Verify([1], platform.SignData([1], HashOf(type))).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Refuses_points_that_are_not_on_the_curve(KeyType type, string oid, int length)
    {
        using var key = PrivateKey.Generate(type);
        var point = key.PublicKey.ExportUncompressed();
        oid.ShouldNotBeEmpty();

        Code(type, Changed(point, point.Length - 1)).ShouldBe(CryptoErrorCode.InvalidPoint);
        Code(type, Changed(point, 1)).ShouldBe(CryptoErrorCode.InvalidPoint);
        Code(type, [0x04, .. new byte[2 * length]]).ShouldBe(CryptoErrorCode.InvalidPoint);
        Code(type, [0x04, .. Enumerable.Repeat((byte)0xff, 2 * length)]).ShouldBe(CryptoErrorCode.InvalidPoint);
        Code(type, [0x02, .. Enumerable.Repeat((byte)0xff, length)]).ShouldBe(CryptoErrorCode.InvalidPoint);
        Code(type, [0x00]).ShouldBe(CryptoErrorCode.Malformed);
        Code(type, [0x06, .. point[1..]]).ShouldBe(CryptoErrorCode.Malformed);
        Code(type, [0x05, .. point[1..(1 + length)]]).ShouldBe(CryptoErrorCode.Malformed);
        Code(type, []).ShouldBe(CryptoErrorCode.Malformed);
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Refuses_about_half_of_all_compressed_coordinates(KeyType type, string oid, int length)
    {
        oid.ShouldNotBeEmpty();
        var accepted = 0;
        for (var i = 0; i < 100; i++)
        {
            var x = RandomBytes.Get(length);
            x[0] = 0;
            if (PublicKey.TryImport(type, [0x02, .. x], out _)) accepted++;
        }

        accepted.ShouldBeInRange(20, 80);
    }

    [Theory]
    [InlineData(KeyType.P256, "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")]
    [InlineData(KeyType.P384, "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973")]
    [InlineData(KeyType.P521, "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409")]
    [InlineData(KeyType.Secp256k1, "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")]
    public void Refuses_a_scalar_of_zero_or_not_below_the_order(KeyType type, string order)
    {
        var n = Hex.Decode(order);
        var below = n.ToArray();
        below[^1]--;

        Should.Throw<CryptoException>(() => PrivateKey.Import(type, new byte[n.Length])).Code.ShouldBe(CryptoErrorCode.InvalidKey);
        Should.Throw<CryptoException>(() => PrivateKey.Import(type, n)).Code.ShouldBe(CryptoErrorCode.InvalidKey);
        Should.Throw<CryptoException>(() => PrivateKey.Import(type, Enumerable.Repeat((byte)0xff, n.Length).ToArray())).Code.ShouldBe(CryptoErrorCode.InvalidKey);
        using var highest = PrivateKey.Import(type, below);
        highest.PublicKey.Verify([1], highest.Sign([1])).ShouldBeTrue();
    }

    [Fact]
    public void Signs_with_the_lower_s_on_secp256k1_and_verifies_both()
    {
        var order = new System.Numerics.BigInteger(Hex.Decode("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"), isUnsigned: true, isBigEndian: true);
        using var key = PrivateKey.Generate(KeyType.Secp256k1);
        for (var i = 0; i < 20; i++)
        {
            var signature = key.Sign([(byte)i]);
            var s = new System.Numerics.BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
            var upper = (order - s).ToByteArray(isUnsigned: true, isBigEndian: true);

            (s + s < order).ShouldBeTrue();
            key.PublicKey.Verify([(byte)i], [.. signature[..32], .. new byte[32 - upper.Length], .. upper]).ShouldBeTrue();
        }
    }

    private static CryptoErrorCode Code(KeyType type, byte[] point)
    {
        PublicKey.TryImport(type, point, out _).ShouldBeFalse();
        return Should.Throw<CryptoException>(() => PublicKey.Import(type, point)).Code;
    }

    private static byte[] Changed(byte[] point, int at)
    {
        var changed = point.ToArray();
        changed[at] ^= 1;
        return changed;
    }

    private static HashAlgorithmName HashOf(KeyType type) => type switch
    {
        KeyType.P384 => HashAlgorithmName.SHA384,
        KeyType.P521 => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };
}
