using System.Text;
using GovID.Cryptography.Derivation;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Tests.Derivation;

public sealed class KeyDerivationTests
{
    // RFC 5869 appendix A.1 to A.3.
    [Theory]
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9", "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f", "606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf", "b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff", "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87")]
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "", "", "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8")]
    public void Gives_the_published_hkdf_output(string inputKey, string salt, string info, string output)
    {
        using var key = SymmetricKey.Import(Hex.Decode(inputKey));
        var bytes = new byte[output.Length / 2];

        Hkdf.Sha256.DeriveBytes(Hex.Decode(inputKey), Hex.Decode(salt), Hex.Decode(info), bytes);
        using var derived = Hkdf.Sha256.DeriveKey(key, Hex.Decode(salt), Hex.Decode(info), bytes.Length);

        Hex.Encode(bytes).ShouldBe(output);
        Bytes(derived).ShouldBe(bytes);
    }

    [Fact]
    public void Gives_other_output_for_other_hashes_salts_and_infos()
    {
        using var key = SymmetricKey.Generate(32);
        byte[][] outputs =
        [
            Bytes(Hkdf.Sha256.DeriveKey(key, [], [], 32)),
            Bytes(Hkdf.Sha384.DeriveKey(key, [], [], 32)),
            Bytes(Hkdf.Sha512.DeriveKey(key, [], [], 32)),
            Bytes(Hkdf.Sha256.DeriveKey(key, [1], [], 32)),
            Bytes(Hkdf.Sha256.DeriveKey(key, [], [1], 32)),
        ];

        outputs.Select(o => Hex.Encode(o)).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void Refuses_hkdf_lengths_out_of_range()
    {
        using var key = SymmetricKey.Generate(32);

        Hkdf.Sha256.DeriveBytes([1], [], [], new byte[Hkdf.Sha256.MaximumLength]);
        Should.Throw<ArgumentOutOfRangeException>(() => Hkdf.Sha256.DeriveBytes([1], [], [], new byte[Hkdf.Sha256.MaximumLength + 1]));
        Should.Throw<ArgumentOutOfRangeException>(() => Hkdf.Sha256.DeriveBytes([1], [], [], []));
        Should.Throw<ArgumentOutOfRangeException>(() => Hkdf.Sha256.DeriveKey(key, [], [], 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Hkdf.Sha256.DeriveKey(key, [], [], SymmetricKey.MaximumLength + 1));
    }

    // RFC 7518 appendix C.
    [Fact]
    public void Gives_the_published_ecdh_es_key()
    {
        using var alice = JsonWebKey.ParsePrivate("""{"kty":"EC","crv":"P-256","x":"gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0","y":"SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps","d":"0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo"}"""u8);
        using var bob = JsonWebKey.ParsePrivate("""{"kty":"EC","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck","d":"VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw"}"""u8);
        var context = new ConcatKdfContext("A128GCM") { PartyU = Encoding.ASCII.GetBytes("Alice"), PartyV = Encoding.ASCII.GetBytes("Bob") };
        using var secret = alice.Agree(bob.PublicKey);

        using var key = ConcatKdf.DeriveKey(secret, context, 16);

        Base64Url.Encode(Bytes(key)).ShouldBe("VqqN6vgjbSBcIijNcacQGg");
    }

    // draft-madden-jose-ecdh-1pu-04 appendix A: Ze and Zs joined, the key binding the header's algorithm.
    [Fact]
    public void Gives_the_published_ecdh_1pu_key()
    {
        using var ephemeral = JsonWebKey.ParsePrivate("""{"kty":"EC","crv":"P-256","x":"gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0","y":"SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps","d":"0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo"}"""u8);
        using var alice = JsonWebKey.ParsePrivate("""{"kty":"EC","crv":"P-256","x":"WKn-ZIGevcwGIyyrzFoZNBdaq9_TsqzGl96oc0CWuis","y":"y77t-RvAHRKTsSGdIYUfweuOvwrvDD-Q3Hv5J0fSKbE","d":"Hndv7ZZjs_ke8o9zXYo3iq-Yr8SewI5vrqd0pAvEPqg"}"""u8);
        using var bob = JsonWebKey.ParsePrivate("""{"kty":"EC","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck","d":"VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw"}"""u8);
        using var ze = ephemeral.Agree(bob.PublicKey);
        using var zs = alice.Agree(bob.PublicKey);
        using var z = SharedSecret.Concatenate(ze, zs);
        var context = new ConcatKdfContext("A256GCM") { PartyU = Encoding.ASCII.GetBytes("Alice"), PartyV = Encoding.ASCII.GetBytes("Bob") };

        using var key = ConcatKdf.DeriveKey(z, context, 32);

        Hex.Encode(Bytes(key)).ShouldBe("6caf13723d14850ad4b42cd6dde935bffd2fff00a9ba70de05c203a5e1722ca7");
    }

    [Fact]
    public void Derives_another_key_when_any_part_of_the_context_differs()
    {
        using var alice = PrivateKey.Generate(KeyType.X25519);
        using var secret = alice.Agree(alice.PublicKey);
        ConcatKdfContext[] contexts =
        [
            new("A") { PartyU = new byte[] { 1 } },
            new("B") { PartyU = new byte[] { 1 } },
            new("A") { PartyV = new byte[] { 1 } },
            new("A"),
            new("A") { Tag = new byte[] { 1 } },
            new("A") { Tag = Array.Empty<byte>() },
        ];

        contexts.Select(context => Hex.Encode(Bytes(ConcatKdf.DeriveKey(secret, context, 64)))).Distinct().Count().ShouldBe(contexts.Length);
        Bytes(ConcatKdf.DeriveKey(secret, contexts[0], 64))[..32].ShouldNotBe(Bytes(ConcatKdf.DeriveKey(secret, contexts[0], 32)), "the length is bound too");
    }

    [Fact]
    public void Refuses_a_context_that_is_too_long_or_not_ascii()
    {
        using var alice = PrivateKey.Generate(KeyType.X25519);
        using var secret = alice.Agree(alice.PublicKey);
        var tooLong = new byte[ConcatKdf.MaximumFieldLength + 1];

        Should.Throw<CryptoException>(() => ConcatKdf.DeriveKey(secret, new ConcatKdfContext("é"), 16)).Code.ShouldBe(CryptoErrorCode.Malformed);
        Should.Throw<CryptoException>(() => ConcatKdf.DeriveKey(secret, new ConcatKdfContext(new string('a', tooLong.Length)), 16)).Field.ShouldBe("alg");
        Should.Throw<CryptoException>(() => ConcatKdf.DeriveKey(secret, new ConcatKdfContext("A") { PartyU = tooLong }, 16)).Field.ShouldBe("apu");
        Should.Throw<CryptoException>(() => ConcatKdf.DeriveKey(secret, new ConcatKdfContext("A") { PartyV = tooLong }, 16)).Field.ShouldBe("apv");
        Should.Throw<CryptoException>(() => ConcatKdf.DeriveKey(secret, new ConcatKdfContext("A") { Tag = tooLong }, 16)).Field.ShouldBe("tag");
    }

    // libsodium's test suite, pwhash_argon2id: 5 passes over 7,256,678 bytes, that is 7,086 KiB.
    [Fact]
    public void Gives_the_published_argon2id_key()
    {
        var password = Hex.Decode("a347ae92bce9f80f6f595a4480fc9c2fe7e7d7148d371e9487d75f5c23008ffae065577a928febd9b1973a5a95073acdbeb6a030cfc0d79caa2dc5cd011cef02c08da232d76d52dfbca38ca8dcbd665b17d1665f7cf5fe59772ec909733b24de97d6f58d220b20c60d7c07ec1fd93c52c31020300c6c1facd77937a597c7a6");
        var salt = Hex.Decode("5541fbc995d5c197ba290346d2c559de");

        using var key = Argon2id.DeriveKey(password, salt, new Argon2Parameters(5, 7086), 155);

        Hex.Encode(Bytes(key)).ShouldStartWith("18acec5d6507739f203d1f5d9f1d862f7c2cdac4f19d2bdff64487e60d969e3ced615337b9eec6ac4461c6ca07f0939741e57c24d0005c7ea171a0ee1e7348249d135b38f222e4dad7b9a033ed83f5ca27277393e316582033c74affe2566a2bea47f91f0fd9fe49ece7e1f79f3ad6e9b23e0277c8ecc4b313225748dd2a80f5679534a0700e246a79a49b3f74eb89ec6205fe1eeb941c73b1fcf1");
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(-1, 64)]
    [InlineData(65, 64)]
    [InlineData(1, 7)]
    [InlineData(1, 1048577)]
    [InlineData(1, int.MaxValue)]
    public void Refuses_costs_out_of_range(int iterations, int memory) =>
        Should.Throw<CryptoException>(() => new Argon2Parameters(iterations, memory)).Code.ShouldBe(CryptoErrorCode.LimitExceeded);

    [Fact]
    public void Derives_another_key_for_another_password_salt_or_cost()
    {
        var salt = RandomBytes.Get(Argon2id.SaltLength);
        var other = RandomBytes.Get(Argon2id.SaltLength);
        string[] keys =
        [
            Key("a", salt, new Argon2Parameters(1, 8)),
            Key("b", salt, new Argon2Parameters(1, 8)),
            Key("", salt, new Argon2Parameters(1, 8)),
            Key("a", other, new Argon2Parameters(1, 8)),
            Key("a", salt, new Argon2Parameters(2, 8)),
            Key("a", salt, new Argon2Parameters(1, 16)),
        ];

        keys.Distinct().Count().ShouldBe(keys.Length);
        Key("a", salt, new Argon2Parameters(1, 8)).ShouldBe(keys[0]);
    }

    [Fact]
    public void Refuses_wrong_lengths_for_password_hashing()
    {
        var cheap = new Argon2Parameters(1, 8);

        Should.Throw<CryptoException>(() => Argon2id.DeriveKey([1], new byte[15], cheap, 32)).Field.ShouldBe("salt");
        Should.Throw<CryptoException>(() => Argon2id.DeriveKey(new byte[Argon2id.MaximumPasswordLength + 1], new byte[16], cheap, 32)).Field.ShouldBe("password");
        Should.Throw<ArgumentOutOfRangeException>(() => Argon2id.DeriveKey([1], new byte[16], cheap, 15));
        Should.Throw<ArgumentOutOfRangeException>(() => Argon2id.DeriveKey([1], new byte[16], cheap, SymmetricKey.MaximumLength + 1));
    }

    private static string Key(string password, byte[] salt, Argon2Parameters parameters) =>
        Hex.Encode(Bytes(Argon2id.DeriveKey(Encoding.UTF8.GetBytes(password), salt, parameters, 32)));

    private static byte[] Bytes(SymmetricKey key)
    {
        var bytes = new byte[key.Length];
        key.ExportSecret(bytes);
        return bytes;
    }
}
