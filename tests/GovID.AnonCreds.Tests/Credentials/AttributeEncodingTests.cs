using System.Globalization;
using System.Numerics;
using FsCheck.Fluent;
using GovID.AnonCreds.Credentials;

namespace GovID.AnonCreds.Tests.Credentials;

public sealed class AttributeEncodingTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("+0", "0")]
    [InlineData("007", "7")]
    [InlineData("+5", "5")]
    [InlineData("-1", "-1")]
    [InlineData("2147483647", "2147483647")]
    [InlineData("-2147483648", "-2147483648")]
    [InlineData("0000000000000000000000000000000000000000012", "12")]
    public void Encodes_an_integer_as_itself(string raw, string expected) => AttributeEncoding.Encode(raw).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1,000")]
    [InlineData("٣")]
    [InlineData("１")]
    [InlineData("−1")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("--5")]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("99999999999999999999")]
    [InlineData("1\0")]
    public void Hashes_what_is_no_32_bit_integer(string raw) => AttributeEncoding.TryParseInt32(raw, out _).ShouldBeFalse();

    [Fact]
    public void Hashes_text_with_SHA_256_as_a_big_endian_integer() =>
        AttributeEncoding.Encode("101 Wilson Lane")
            .ShouldBe("68086943237164982734333428280784300550565381723532936263016368251445461241953");

    [Fact]
    public void Refuses_a_value_longer_than_the_limit() =>
        Should.Throw<AnonCredsException>(() => AttributeEncoding.Encode(new string('x', AttributeEncoding.MaximumLength + 1)))
            .Code.ShouldBe(AnonCredsErrorCode.TooLarge);

    [Fact]
    public void Encodes_every_32_bit_integer_as_itself() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<int>(value =>
        AttributeEncoding.Encode(value.ToString(CultureInfo.InvariantCulture)) == value.ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void Encodes_every_text_within_256_bits() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<string?>(raw =>
        raw is null || BigInteger.Abs(BigInteger.Parse(AttributeEncoding.Encode(raw), CultureInfo.InvariantCulture)).GetBitLength() <= 256));
}
