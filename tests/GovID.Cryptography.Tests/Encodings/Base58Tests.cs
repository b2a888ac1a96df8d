using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GovID.Cryptography.Encodings;

namespace GovID.Cryptography.Tests.Encodings;

public sealed class Base58Tests
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    // draft-msporny-base58-03 section 5, and Bitcoin Core's base58_encode_decode.json.
    [Theory]
    [InlineData("48656c6c6f20576f726c6421", "2NEpo7TZRRrLZSi2U")]
    [InlineData("54686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672e", "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z")]
    [InlineData("0000287fb4cd", "11233QC4")]
    [InlineData("", "")]
    [InlineData("61", "2g")]
    [InlineData("626262", "a3gV")]
    [InlineData("516b6fcd0f", "ABnLTmg")]
    [InlineData("00eb15231dfceb60925886b67d065299925915aeb172c06647", "1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L")]
    [InlineData("00000000000000000000", "1111111111")]
    public void Reads_and_writes_published_values(string hex, string text)
    {
        Base58.Encode(Hex.Decode(hex)).ShouldBe(text);
        Hex.Encode(Base58.Decode(text)).ShouldBe(hex);
    }

    [Fact]
    public void Agrees_with_the_definition_by_division() =>
        Prop.ForAll<byte[]>(bytes => Base58.Encode(bytes) == ByDivision(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void Reads_back_what_it_wrote() =>
        Prop.ForAll<byte[]>(bytes => Base58.Decode(Base58.Encode(bytes)).AsSpan().SequenceEqual(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void Reads_no_text_that_it_would_not_write()
    {
        var texts = Gen.ListOf(Gen.Elements((Alphabet + "0OIl+ ").ToCharArray())).Select(letters => new string([.. letters])).ToArbitrary();

        Prop.ForAll(texts, text => !Base58.TryDecode(text, out var value) || Base58.Encode(value) == text).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2NEpo7TZRRrLZSi2O")]
    [InlineData("l")]
    [InlineData("I1")]
    [InlineData(" 2g")]
    [InlineData("2g ")]
    [InlineData("2g\n")]
    [InlineData("é")]
    public void Refuses_a_character_outside_the_alphabet(string text)
    {
        Base58.TryDecode(text, out _).ShouldBeFalse();
        Should.Throw<CryptoException>(() => Base58.Decode(text)).Code.ShouldBe(CryptoErrorCode.Malformed);
    }

    [Fact]
    public void Takes_the_longest_value_and_refuses_one_more_byte()
    {
        var longest = RandomBytes.Get(Base58.MaximumByteLength);
        longest[0] = 0xff;

        Base58.Decode(Base58.Encode(longest)).ShouldBe(longest);
        Should.Throw<CryptoException>(() => Base58.Encode(new byte[Base58.MaximumByteLength + 1])).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
    }

    [Theory]
    [InlineData('1', Base58.MaximumByteLength + 1)]
    [InlineData('z', Base58.MaximumTextLength)]
    [InlineData('z', Base58.MaximumTextLength + 1)]
    [InlineData('z', 1_000_000)]
    public void Refuses_text_that_is_too_long(char digit, int length)
    {
        var text = new string(digit, length);

        Base58.TryDecode(text, out _).ShouldBeFalse();
        Should.Throw<CryptoException>(() => Base58.Decode(text)).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
    }

    [Fact]
    public void Decodes_into_a_destination_that_fits_and_refuses_a_shorter_one()
    {
        Span<byte> exact = stackalloc byte[6];
        Span<byte> shorter = stackalloc byte[5];

        Base58.TryDecode("11233QC4", exact, out var written).ShouldBeTrue();
        written.ShouldBe(6);
        Base58.TryDecode("11233QC4", shorter, out _).ShouldBeFalse();
    }

    private static string ByDivision(byte[] bytes)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new StringBuilder();
        for (; number > 0; number /= 58) text.Insert(0, Alphabet[int.Parse((number % 58).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)]);
        return new string('1', bytes.TakeWhile(b => b == 0).Count()) + text;
    }
}
