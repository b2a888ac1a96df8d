using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Tests.Symmetric;

/// <summary>What holds for every authenticated cipher.</summary>
public sealed class AeadTests
{
    private static readonly AeadAlgorithm[] All =
    [
        AeadAlgorithm.Aes128Gcm,
        AeadAlgorithm.Aes256Gcm,
        AeadAlgorithm.Aes128CbcHmacSha256,
        AeadAlgorithm.Aes256CbcHmacSha512,
        AeadAlgorithm.ChaCha20Poly1305,
        AeadAlgorithm.XChaCha20Poly1305,
    ];

    public static TheoryData<string> Names => [.. All.Select(algorithm => algorithm.Name)];

    [Theory]
    // RFC 7518 appendix B.1 and B.3.
    [InlineData("A128CBC-HS256", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "1af38c2dc2b96ffdd86694092341bc04 546865207365636f6e64207072696e6369706c65206f662041756775737465204b6572636b686f666673", "41206369706865722073797374656d206d757374206e6f7420626520726571756972656420746f206265207365637265742c20616e64206974206d7573742062652061626c6520746f2066616c6c20696e746f207468652068616e6473206f662074686520656e656d7920776974686f757420696e636f6e76656e69656e6365", "c80edfa32ddf39d5ef00c0b468834279a2e46a1b8049f792f76bfe54b903a9c9a94ac9b47ad2655c5f10f9aef71427e2fc6f9b3f399a221489f16362c703233609d45ac69864e3321cf82935ac4096c86e133314c54019e8ca7980dfa4b9cf1b384c486f3a54c51078158ee5d79de59fbd34d848b3d69550a67646344427ade54b8851ffb598f7f80074b9473c82e2db652c3fa36b0a7c5b3219fab3a30bc1c4")]
    [InlineData("A256CBC-HS512", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f", "1af38c2dc2b96ffdd86694092341bc04 546865207365636f6e64207072696e6369706c65206f662041756775737465204b6572636b686f666673", "41206369706865722073797374656d206d757374206e6f7420626520726571756972656420746f206265207365637265742c20616e64206974206d7573742062652061626c6520746f2066616c6c20696e746f207468652068616e6473206f662074686520656e656d7920776974686f757420696e636f6e76656e69656e6365", "4affaaadb78c31c5da4b1b590d10ffbd3dd8d5d302423526912da037ecbcc7bd822c301dd67c373bccb584ad3e9279c2e6d12a1374b77f077553df829410446b36ebd97066296ae6427ea75c2e0846a11a09ccf5370dc80bfecbad28c73f09b3a3b75e662a2594410ae496b2e2e6609e31e6e02cc837f053d21f37ff4f51950bbe2638d09dd7a4930930806d0703b1f64dd3b4c088a7f45c216839645b2012bf2e6269a8c56a816dbc1b267761955bc5")]
    // RFC 8439 section 2.8.2; draft-irtf-cfrg-xchacha-03 appendix A.3.1.
    [InlineData("C20P", "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f", "070000004041424344454647 50515253c0c1c2c3c4c5c6c7", "4c616469657320616e642047656e746c656d656e206f662074686520636c617373206f66202739393a204966204920636f756c64206f6666657220796f75206f6e6c79206f6e652074697020666f7220746865206675747572652c2073756e73637265656e20776f756c642062652069742e", "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691")]
    [InlineData("XC20P", "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f", "404142434445464748494a4b4c4d4e4f5051525354555657 50515253c0c1c2c3c4c5c6c7", "4c616469657320616e642047656e746c656d656e206f662074686520636c617373206f66202739393a204966204920636f756c64206f6666657220796f75206f6e6c79206f6e652074697020666f7220746865206675747572652c2073756e73637265656e20776f756c642062652069742e", "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49")]
    // The Galois/Counter Mode of Operation (McGrew, Viega), test cases 4 and 16.
    [InlineData("A128GCM", "feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888 feedfacedeadbeeffeedfacedeadbeefabaddad2", "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39", "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e0915bc94fbc3221a5db94fae95ae7121a47")]
    [InlineData("A256GCM", "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888 feedfacedeadbeeffeedfacedeadbeefabaddad2", "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39", "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b")]
    public void Gives_the_published_ciphertext(string name, string key, string nonceAndAssociatedData, string plaintext, string ciphertext)
    {
        var algorithm = Find(name);
        using var secret = SymmetricKey.Import(Hex.Decode(key));
        var inputs = nonceAndAssociatedData.Split(' ');
        var (nonce, associatedData) = (Hex.Decode(inputs[0]), Hex.Decode(inputs[1]));

        var sealedText = algorithm.Encrypt(secret, nonce, associatedData, Hex.Decode(plaintext));

        Hex.Encode(sealedText).ShouldBe(ciphertext);
        Hex.Encode(algorithm.Decrypt(secret, nonce, associatedData, sealedText)).ShouldBe(plaintext);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decrypts_what_it_encrypted_at_every_length(string name)
    {
        var algorithm = Find(name);
        using var key = SymmetricKey.Generate(algorithm.KeySize);
        foreach (var length in Enumerable.Range(0, 70).Append(1_000_000))
        {
            var (nonce, additional, plaintext) = (RandomBytes.Get(algorithm.NonceSize), RandomBytes.Get(length % 17), RandomBytes.Get(length));

            var ciphertext = algorithm.Encrypt(key, nonce, additional, plaintext);

            ciphertext.Length.ShouldBe(algorithm.CiphertextLength(length));
            algorithm.Decrypt(key, nonce, additional, ciphertext).ShouldBe(plaintext);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Refuses_a_ciphertext_with_any_bit_changed(string name)
    {
        var algorithm = Find(name);
        using var key = SymmetricKey.Generate(algorithm.KeySize);
        var nonce = RandomBytes.Get(algorithm.NonceSize);
        var ciphertext = algorithm.Encrypt(key, nonce, [1, 2], RandomBytes.Get(40));
        for (var bit = 0; bit < 8 * ciphertext.Length; bit++)
        {
            var damaged = Flip(ciphertext, bit);

            algorithm.TryDecrypt(key, nonce, [1, 2], damaged, out var plaintext).ShouldBeFalse($"bit {bit}");
            plaintext.ShouldBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Refuses_another_nonce_associated_text_or_key(string name)
    {
        var algorithm = Find(name);
        using var key = SymmetricKey.Generate(algorithm.KeySize);
        using var other = SymmetricKey.Generate(algorithm.KeySize);
        var nonce = RandomBytes.Get(algorithm.NonceSize);
        var ciphertext = algorithm.Encrypt(key, nonce, [1, 2], [7, 8, 9]);

        for (var bit = 0; bit < 8 * nonce.Length; bit++)
            algorithm.TryDecrypt(key, Flip(nonce, bit), [1, 2], ciphertext, out _).ShouldBeFalse($"bit {bit} of the nonce");
        algorithm.TryDecrypt(key, nonce, [1, 3], ciphertext, out _).ShouldBeFalse();
        algorithm.TryDecrypt(key, nonce, [1], ciphertext, out _).ShouldBeFalse();
        algorithm.TryDecrypt(key, nonce, [], ciphertext, out _).ShouldBeFalse();
        algorithm.TryDecrypt(other, nonce, [1, 2], ciphertext, out _).ShouldBeFalse();
        Should.Throw<CryptoException>(() => algorithm.Decrypt(other, nonce, [1, 2], ciphertext)).Code.ShouldBe(CryptoErrorCode.AuthenticationFailed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Refuses_wrong_lengths(string name)
    {
        var algorithm = Find(name);
        using var key = SymmetricKey.Generate(algorithm.KeySize);
        using var longer = SymmetricKey.Generate(algorithm.KeySize + 1);
        var nonce = new byte[algorithm.NonceSize];
        var ciphertext = algorithm.Encrypt(key, nonce, [], [1]);

        Should.Throw<CryptoException>(() => algorithm.Encrypt(longer, nonce, [], [1])).Field.ShouldBe("key");
        Should.Throw<CryptoException>(() => algorithm.Decrypt(longer, nonce, [], ciphertext)).Code.ShouldBe(CryptoErrorCode.WrongLength);
        Should.Throw<CryptoException>(() => algorithm.Encrypt(key, nonce.AsSpan(1), [], [1])).Field.ShouldBe("nonce");
        Should.Throw<CryptoException>(() => algorithm.Decrypt(key, [.. nonce, 0], [], ciphertext)).Code.ShouldBe(CryptoErrorCode.WrongLength);
        algorithm.TryDecrypt(longer, nonce, [], ciphertext, out _).ShouldBeFalse();
        algorithm.TryDecrypt(key, nonce.AsSpan(1), [], ciphertext, out _).ShouldBeFalse();
        for (var length = 0; length < ciphertext.Length; length++)
            algorithm.TryDecrypt(key, nonce, [], ciphertext.AsSpan(0, length), out _).ShouldBeFalse($"{length} bytes");
        algorithm.TryDecrypt(key, nonce, [], [.. ciphertext, 0], out _).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Refuses_more_than_the_limit(string name)
    {
        var algorithm = Find(name);
        using var key = SymmetricKey.Generate(algorithm.KeySize);
        var tooLong = new byte[AeadAlgorithm.MaximumLength + 1];

        Should.Throw<CryptoException>(() => algorithm.Encrypt(key, new byte[algorithm.NonceSize], [], tooLong)).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
        Should.Throw<CryptoException>(() => algorithm.Encrypt(key, new byte[algorithm.NonceSize], tooLong, [])).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
        Should.Throw<CryptoException>(() => algorithm.Decrypt(key, new byte[algorithm.NonceSize], tooLong, [])).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
        algorithm.TryDecrypt(key, new byte[algorithm.NonceSize], tooLong, new byte[64], out _).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Opens_no_invented_ciphertext_and_never_throws(string name)
    {
        var algorithm = Find(name);
        using var key = SymmetricKey.Generate(algorithm.KeySize);

        Prop.ForAll<byte[], byte[]>((nonce, ciphertext) => !algorithm.TryDecrypt(key, nonce, [], ciphertext, out _)
            && !algorithm.TryDecrypt(key, new byte[algorithm.NonceSize], [], [.. ciphertext, .. new byte[64]], out _)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Throws_with_a_key_that_was_disposed_of(string name)
    {
        var algorithm = Find(name);
        var key = SymmetricKey.Generate(algorithm.KeySize);
        key.Dispose();

        Should.Throw<ObjectDisposedException>(() => algorithm.Encrypt(key, new byte[algorithm.NonceSize], [], [1]));
        Should.Throw<ObjectDisposedException>(() => algorithm.TryDecrypt(key, new byte[algorithm.NonceSize], [], new byte[64], out _));
        Should.Throw<ObjectDisposedException>(() => key.ExportSecret(new byte[64]));
        key.ToString().ShouldBe("[redacted]");
        algorithm.ToString().ShouldBe(name);
    }

    // RFC 7518 section 5.2.2.2: whoever knows the MAC key but pads wrongly gets the same answer as whoever does not know it.
    [Fact]
    public void Refuses_wrong_padding_under_a_right_tag()
    {
        var bytes = RandomBytes.Get(32);
        using var key = SymmetricKey.Import(bytes);
        using var aes = Aes.Create();
        aes.SetKey(bytes.AsSpan(16));
        var body = aes.EncryptCbc(new byte[16], new byte[16], PaddingMode.None);
        byte[] authenticated = [.. new byte[16], .. body, .. new byte[8]];
        var tag = HMACSHA256.HashData(bytes.AsSpan(0, 16), authenticated)[..16];

        AeadAlgorithm.Aes128CbcHmacSha256.TryDecrypt(key, new byte[16], [], [.. body, .. tag], out _).ShouldBeFalse();
    }

    private static AeadAlgorithm Find(string name) => All.Single(algorithm => algorithm.Name == name);

    private static byte[] Flip(byte[] bytes, int bit)
    {
        var flipped = bytes.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
