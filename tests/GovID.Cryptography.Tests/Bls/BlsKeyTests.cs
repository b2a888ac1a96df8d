using System.Text;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Bls.Internal;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Tests.Bn254.Reference;

namespace GovID.Cryptography.Tests.Bls;

public sealed class BlsKeyTests
{
    // Key and proof of Node1 of the well-known sandbox network, as its genesis files have them.
    private const string Seed = "000000000000000000000000000Node1";
    private const string Key = "4N8aUNHSgjQVgkpm8nhNEfDf6txHznoYREg9kirmJrkivgL4oSEimFF6nsQ6M41QvhM2Z33nves5vfSn9n1UwNFJBYtWVnHYMATn76vLuL3zU88KyeAYcHfsih3He6UHcXDxcaecHVz6jhCYz1P2UZn2bDVruL5wXpehgBfBaLKm3Ba";
    private const string Proof = "RahHYiCvoNCtPTrVtP7nMC5eTYrsUA8WjXbdhNc8debh1agE9bGiJxWBXYNFbnJXoXhWFMvyqhqhRoq737YQemH5ik9oL7R4NTTCz2LEZhkgLJzB3QRQqJyBNyv7acbdHrAT8nQ9UkLbaVL9NBpnWXBTw4LEMePaSHEw66RzPNdAX1";

    [Fact]
    public void Makes_the_sandbox_key_and_proof_of_a_seed()
    {
        using var key = BlsSecretKey.FromSeed(Encoding.ASCII.GetBytes(Seed));
        var secret = new byte[BlsSecretKey.Length];
        key.ExportSecret(secret);

        Convert.ToHexStringLower(secret).ShouldBe("074a6077b3aac5413c2c7295518c34196ad7b263b00c636ed8cf45ac2aacf09b");
        key.PublicKey.ToString().ShouldBe(Key);
        key.ProvePossession().ToString().ShouldBe(Proof);
        BlsPublicKey.Parse(Key).VerifyPossession(BlsSignature.Parse(Proof)).ShouldBeTrue();
    }

    [Fact]
    public void Draws_the_published_first_pool()
    {
        using var generator = new SeededGenerator(Encoding.ASCII.GetBytes(Seed));
        var pool = new byte[64];
        for (var i = 0; i < pool.Length; i++)
            pool[i] = generator.NextByte();

        Convert.ToHexStringLower(pool).ShouldBe("fcb25c07aa1410c1430ae16317563d68d6c7d700aaabedf43b7f939e70ec8b008da8e16355a4a1b5e4a94b1c8b86e7b230e15a6ebba3977f32e1aea7535b01c4");
    }

    [Fact]
    public void Verifies_what_it_signed_and_nothing_else()
    {
        using var key = BlsSecretKey.Generate();
        using var other = BlsSecretKey.Generate();
        var signature = key.Sign("message"u8);

        key.PublicKey.Verify("message"u8, signature).ShouldBeTrue();
        key.PublicKey.Verify("message"u8, signature).ShouldBeTrue(); // again, with the prepared key
        key.PublicKey.Verify("messagf"u8, signature).ShouldBeFalse();
        other.PublicKey.Verify("message"u8, signature).ShouldBeFalse();
        key.PublicKey.Verify("message"u8, other.Sign("message"u8)).ShouldBeFalse();
        key.PublicKey.VerifyPossession(signature).ShouldBeFalse();
    }

    [Fact]
    public void Verifies_an_aggregate_with_the_sum_of_the_keys()
    {
        BlsSecretKey[] keys = [.. Enumerable.Range(0, 4).Select(_ => BlsSecretKey.Generate())];
        var sum = BlsPublicKey.Aggregate([.. keys.Select(key => key.PublicKey)]);
        var aggregate = BlsSignature.Aggregate([.. keys.Select(key => key.Sign("root"u8))]);

        sum.Verify("root"u8, aggregate).ShouldBeTrue();
        BlsPublicKey.Parse(sum.ToString()).Verify("root"u8, BlsSignature.Parse(aggregate.ToString())).ShouldBeTrue();
        BlsPublicKey.Aggregate([.. keys.Take(3).Select(key => key.PublicKey)]).Verify("root"u8, aggregate).ShouldBeFalse();
        sum.Verify("root"u8, BlsSignature.Aggregate([.. keys.Skip(1).Select(key => key.Sign("root"u8))])).ShouldBeFalse();
        foreach (var key in keys)
            key.Dispose();
    }

    // Keys and signatures that cancel out leave the identity, for which the equation of the pairing holds by itself.
    [Fact]
    public void Verifies_nothing_under_keys_that_cancel_out()
    {
        using var key = BlsSecretKey.Generate();
        var opposite = BlsPublicKey.FromBytes((-G2Point.FromBytes(key.PublicKey.ToBytes())).ToBytes());
        var signature = key.Sign("m"u8);
        var negative = BlsSignature.FromBytes((-G1Point.FromBytes(signature.ToBytes())).ToBytes());

        BlsPublicKey.Aggregate([key.PublicKey, opposite]).Verify("m"u8, BlsSignature.Aggregate([signature, negative])).ShouldBeFalse();
    }

    [Fact]
    public void Refuses_keys_outside_the_subgroup_and_the_identity()
    {
        var outside = Bridge.G2Bytes(Curve.TwistPoint(new Random(61)));

        Should.Throw<CryptoException>(() => BlsPublicKey.FromBytes(outside)).Code.ShouldBe(CryptoErrorCode.InvalidPoint);
        Should.Throw<CryptoException>(() => BlsPublicKey.FromBytes(G2Point.Identity.ToBytes())).Code.ShouldBe(CryptoErrorCode.InvalidPoint);
        Should.Throw<CryptoException>(() => BlsSignature.FromBytes(G1Point.Identity.ToBytes())).Code.ShouldBe(CryptoErrorCode.InvalidPoint);
        BlsPublicKey.TryFromBytes(outside, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData(Key + "1")]
    [InlineData("1" + Key)]
    [InlineData("0" + Key)]
    public void Refuses_texts_that_are_not_128_bytes_of_base58(string text)
    {
        BlsPublicKey.TryParse(text, out _).ShouldBeFalse();
        BlsSignature.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<CryptoException>(() => BlsPublicKey.Parse(text)).Code.ShouldBe(CryptoErrorCode.Malformed);
        Should.Throw<CryptoException>(() => BlsSignature.Parse(text)).Code.ShouldBe(CryptoErrorCode.Malformed);
    }

    [Fact]
    public void Refuses_secrets_and_seeds_of_another_length_and_secrets_out_of_range()
    {
        Should.Throw<CryptoException>(() => BlsSecretKey.FromSeed(new byte[31])).Code.ShouldBe(CryptoErrorCode.WrongLength);
        Should.Throw<CryptoException>(() => BlsSecretKey.Import(new byte[33])).Code.ShouldBe(CryptoErrorCode.WrongLength);
        Should.Throw<CryptoException>(() => BlsSecretKey.Import(new byte[32])).Code.ShouldBe(CryptoErrorCode.InvalidKey);
        Should.Throw<CryptoException>(() => BlsSecretKey.Import(Bridge.Bytes(Curve.R))).Code.ShouldBe(CryptoErrorCode.InvalidKey);
        using var highest = BlsSecretKey.Import(Bridge.Bytes(Curve.R - 1));
        highest.PublicKey.Verify("m"u8, highest.Sign("m"u8)).ShouldBeTrue();
    }

    [Fact]
    public void Aggregates_no_empty_list()
    {
        Should.Throw<ArgumentException>(() => BlsPublicKey.Aggregate([]));
        Should.Throw<ArgumentException>(() => BlsSignature.Aggregate([]));
    }

    [Fact]
    public void Prints_nothing_and_signs_nothing_after_it_was_disposed_of()
    {
        var key = BlsSecretKey.Generate();
        key.ToString().ShouldBe("[redacted]");
        key.Dispose();

        Should.Throw<ObjectDisposedException>(() => key.Sign("m"u8));
        Should.Throw<ObjectDisposedException>(() => key.ExportSecret(new byte[32]));
        key.PublicKey.ToBytes().Length.ShouldBe(BlsPublicKey.Length);
    }
}
