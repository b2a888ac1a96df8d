using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Internal;

namespace GovID.Cryptography.Tests.Encodings;

public sealed class MultiformatTests
{
    // multibase specification, tests/basic.csv
    [Theory]
    [InlineData(MultibaseEncoding.Base16, "f796573206d616e692021")]
    [InlineData(MultibaseEncoding.Base58Btc, "z7paNL19xttacUY")]
    [InlineData(MultibaseEncoding.Base64Url, "ueWVzIG1hbmkgIQ")]
    public void Reads_and_writes_published_multibase_values(MultibaseEncoding encoding, string text)
    {
        Multibase.Encode(encoding, "yes mani !"u8).ShouldBe(text);
        Encoding.ASCII.GetString(Multibase.Decode(text)).ShouldBe("yes mani !");
        Multibase.TryDecode(text, out _, out var found).ShouldBeTrue();
        found.ShouldBe(encoding);
    }

    [Theory]
    [InlineData("", CryptoErrorCode.Malformed)]
    [InlineData("fA0", CryptoErrorCode.Malformed)]
    [InlineData("fa", CryptoErrorCode.Malformed)]
    [InlineData("z0", CryptoErrorCode.Malformed)]
    [InlineData("uZh", CryptoErrorCode.Malformed)]
    [InlineData("uZg==", CryptoErrorCode.Malformed)]
    [InlineData("F61", CryptoErrorCode.Unsupported)]
    [InlineData("MZg==", CryptoErrorCode.Unsupported)]
    [InlineData("é", CryptoErrorCode.Unsupported)]
    public void Refuses_multibase_that_is_not_canonical(string text, CryptoErrorCode code)
    {
        Multibase.TryDecode(text, out _).ShouldBeFalse();
        Should.Throw<CryptoException>(() => Multibase.Decode(text)).Code.ShouldBe(code);
    }

    [Fact]
    public void Reads_no_multibase_that_it_would_not_write() =>
        Prop.ForAll<NonNull<string>, bool>((text, hex) =>
        {
            var candidate = (hex ? "f" : "u") + text.Get;
            return !Multibase.TryDecode(candidate, out var value, out var encoding) || Multibase.Encode(encoding, value) == candidate;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Refuses_a_base_outside_the_enumeration() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Multibase.Encode((MultibaseEncoding)'q', [1]));

    // unsigned-varint specification, "Varint examples"; multicodec prefixes as did:key shows them.
    [Theory]
    [InlineData(1UL, "01")]
    [InlineData(127UL, "7f")]
    [InlineData(128UL, "8001")]
    [InlineData(255UL, "ff01")]
    [InlineData(300UL, "ac02")]
    [InlineData(16384UL, "808001")]
    [InlineData(Multicodec.Ed25519Public, "ed01")]
    [InlineData(Multicodec.P256Public, "8024")]
    [InlineData(Multicodec.P521Public, "8224")]
    [InlineData(Multicodec.Ed25519Private, "8026")]
    [InlineData(Multicodec.Json, "8004")]
    [InlineData(Multicodec.MaximumCode, "ffffffffffffffff7f")]
    public void Reads_and_writes_published_codes(ulong code, string hex)
    {
        Hex.Encode(Multicodec.Wrap(code, [])).ShouldBe(hex);
        Multicodec.TryUnwrap(Hex.Decode(hex + "aa"), out var read, out var payload).ShouldBeTrue();
        read.ShouldBe(code);
        payload.ToArray().ShouldBe([0xaa]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("8000")]
    [InlineData("ed8100")]
    [InlineData("ffffffffffffffffff01")]
    [InlineData("80808080808080808001")]
    public void Refuses_a_code_that_is_cut_too_long_or_not_shortest(string hex)
    {
        Multicodec.TryUnwrap(Hex.Decode(hex), out _, out _).ShouldBeFalse();
        Should.Throw<CryptoException>(() => { _ = Multicodec.Unwrap(1, Hex.Decode(hex)); }).Code.ShouldBe(CryptoErrorCode.Malformed);
    }

    [Fact]
    public void Refuses_another_code_than_expected_and_one_that_is_too_large()
    {
        Multicodec.Unwrap(1, [1, 9]).ToArray().ShouldBe([9]);
        Should.Throw<CryptoException>(() => { _ = Multicodec.Unwrap(2, [1, 9]); }).Code.ShouldBe(CryptoErrorCode.Malformed);
        Should.Throw<ArgumentOutOfRangeException>(() => Multicodec.Wrap(Multicodec.MaximumCode + 1, []));
    }

    [Fact]
    public void Reads_no_varint_that_it_would_not_write() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            if (!Varint.TryRead(bytes, out var value, out var length)) return true;
            Span<byte> again = stackalloc byte[Varint.MaximumLength];
            return again[..Varint.Write(value, again)].SequenceEqual(bytes.AsSpan(0, length));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    // multihash specification, "Example": sha2-256 of "multihash".
    [Fact]
    public void Reads_and_writes_the_published_multihash()
    {
        var hash = Multihash.Of(MultihashAlgorithm.Sha256, "multihash"u8);

        Hex.Encode(hash).ShouldBe("12209cbc07c3f991725836a3aa2a581ca2029198aa420b9d99bc0e131d9f3e2cbe47");
        Multihash.Decode(hash).Algorithm.ShouldBe(MultihashAlgorithm.Sha256);
        Multihash.Matches(hash, "multihash"u8).ShouldBeTrue();
        Multihash.Matches(hash, "multihasi"u8).ShouldBeFalse();
    }

    [Theory]
    [InlineData(MultihashAlgorithm.Sha256, 32)]
    [InlineData(MultihashAlgorithm.Sha384, 48)]
    [InlineData(MultihashAlgorithm.Sha512, 64)]
    [InlineData(MultihashAlgorithm.Sha3Of256, 32)]
    [InlineData(MultihashAlgorithm.Keccak256, 32)]
    public void Refuses_a_multihash_of_any_other_length(MultihashAlgorithm algorithm, int length)
    {
        var hash = Multihash.Of(algorithm, [1, 2, 3]);

        Multihash.Decode(hash).Digest.Length.ShouldBe(length);
        Multihash.Matches(hash, [1, 2, 3]).ShouldBeTrue();
        Multihash.TryDecode(hash.AsSpan(0, hash.Length - 1), out _, out _).ShouldBeFalse();
        Multihash.TryDecode([.. hash, 0], out _, out _).ShouldBeFalse();
        Multihash.TryDecode([hash[0], (byte)(length - 1), .. hash[3..]], out _, out _).ShouldBeFalse();
        Should.Throw<CryptoException>(() => Multihash.Decode([.. hash, 0])).Code.ShouldBe(CryptoErrorCode.Malformed);
        Should.Throw<CryptoException>(() => Multihash.Encode(algorithm, new byte[length - 1])).Code.ShouldBe(CryptoErrorCode.WrongLength);
    }

    [Theory]
    [InlineData("0003616263")]
    [InlineData("1114")]
    [InlineData("ffffffffffffffff7f20")]
    [InlineData("80022000")]
    public void Refuses_a_hash_function_it_does_not_know(string hex) =>
        Should.Throw<CryptoException>(() => Multihash.Decode(Hex.Decode(hex))).Code.ShouldBe(CryptoErrorCode.Unsupported);

    [Fact]
    public void Reads_hexadecimal_strictly_in_lower_case_and_leniently_in_either()
    {
        Hex.Decode("00ff").ShouldBe([0, 255]);
        Hex.DecodeLenient("00fF").ShouldBe([0, 255]);
        foreach (var text in new[] { "0", "0g", "0x00", "00 ", "é0" })
        {
            Should.Throw<CryptoException>(() => Hex.Decode(text)).Code.ShouldBe(CryptoErrorCode.Malformed);
            Should.Throw<CryptoException>(() => Hex.DecodeLenient(text)).Code.ShouldBe(CryptoErrorCode.Malformed);
        }

        Hex.TryDecode("00FF", out _).ShouldBeFalse();
    }
}
