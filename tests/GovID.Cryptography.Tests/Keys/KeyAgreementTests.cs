using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Tests.Keys;

public sealed class KeyAgreementTests
{
    public static TheoryData<KeyType, int> Curves => new()
    {
        { KeyType.X25519, 32 },
        { KeyType.P256, 32 },
        { KeyType.P384, 48 },
        { KeyType.P521, 66 },
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void Gives_both_sides_the_same_secret(KeyType type, int length)
    {
        using var alice = PrivateKey.Generate(type);
        using var bob = PrivateKey.Generate(type);
        using var carol = PrivateKey.Generate(type);

        using var one = alice.Agree(bob.PublicKey);
        using var two = bob.Agree(alice.PublicKey);
        using var three = carol.Agree(alice.PublicKey);

        one.Length.ShouldBe(length);
        Bytes(one).ShouldBe(Bytes(two));
        Bytes(one).ShouldNotBe(Bytes(three));
        one.ToString().ShouldBe("[redacted]");
    }

    // RFC 7748 section 6.1.
    [Fact]
    public void Gives_the_published_x25519_secret()
    {
        using var alice = PrivateKey.Import(KeyType.X25519, Hex.Decode("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
        using var bob = PrivateKey.Import(KeyType.X25519, Hex.Decode("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));

        using var secret = alice.Agree(bob.PublicKey);

        Hex.Encode(bob.PublicKey.Export()).ShouldBe("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
        Hex.Encode(Bytes(secret)).ShouldBe("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
    }

    // RFC 5903 section 8.1: ECDH on P-256.
    [Fact]
    public void Gives_the_published_p256_secret()
    {
        using var initiator = PrivateKey.Import(KeyType.P256, Hex.Decode("c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433"));
        using var responder = PrivateKey.Import(KeyType.P256, Hex.Decode("c6ef9c5d78ae012a011164acb397ce2088685d8f06bf9be0b283ab46476bee53"));

        using var secret = initiator.Agree(responder.PublicKey);

        Hex.Encode(Bytes(secret)).ShouldBe("d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de");
    }

    // RFC 7748 section 6.1: the check for the all-zero result; the points are those of order 1, 2, 4 and 8 on the curve or its twist.
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")]
    [InlineData("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    public void Refuses_a_point_that_forces_the_secret_to_zero(string point)
    {
        using var key = PrivateKey.Generate(KeyType.X25519);
        var other = PublicKey.Import(KeyType.X25519, Hex.Decode(point));

        Should.Throw<CryptoException>(() => key.Agree(other)).Code.ShouldBe(CryptoErrorCode.InvalidPoint);
    }

    [Fact]
    public void Refuses_a_key_of_another_curve_and_curves_that_only_sign()
    {
        using var x25519 = PrivateKey.Generate(KeyType.X25519);
        using var p256 = PrivateKey.Generate(KeyType.P256);
        using var ed25519 = PrivateKey.Generate(KeyType.Ed25519);
        using var secp256k1 = PrivateKey.Generate(KeyType.Secp256k1);

        Should.Throw<CryptoException>(() => x25519.Agree(p256.PublicKey)).Code.ShouldBe(CryptoErrorCode.InvalidKey);
        Should.Throw<InvalidOperationException>(() => ed25519.Agree(ed25519.PublicKey));
        Should.Throw<InvalidOperationException>(() => secp256k1.Agree(secp256k1.PublicKey));
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Throws_after_disposal(KeyType type, int length)
    {
        var key = PrivateKey.Generate(type);
        var secret = key.Agree(key.PublicKey);
        using var joined = SharedSecret.Concatenate(secret, secret);

        key.Dispose();
        secret.Dispose();

        Should.Throw<ObjectDisposedException>(() => key.Agree(key.PublicKey));
        Should.Throw<ObjectDisposedException>(() => secret.ExportSecret(new byte[length]));
        Bytes(joined)[..length].ShouldBe(Bytes(joined)[length..]);
    }

    [Fact]
    public void Converts_both_halves_of_an_ed25519_key_alike()
    {
        using var key = PrivateKey.Generate(KeyType.Ed25519);

        using var converted = key.ToX25519();

        converted.PublicKey.ShouldBe(key.PublicKey.ToX25519());
    }

    private static byte[] Bytes(SharedSecret secret)
    {
        var bytes = new byte[secret.Length];
        secret.ExportSecret(bytes);
        return bytes;
    }
}
