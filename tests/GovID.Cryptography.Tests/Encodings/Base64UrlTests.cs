using FsCheck;
using FsCheck.Fluent;
using GovID.Cryptography.Encodings;

namespace GovID.Cryptography.Tests.Encodings;

public sealed class Base64UrlTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= \n";

    // RFC 4648 section 10, without padding; RFC 7515 appendix C.
    [Theory]
    [InlineData("", "")]
    [InlineData("66", "Zg")]
    [InlineData("666f", "Zm8")]
    [InlineData("666f6f", "Zm9v")]
    [InlineData("666f6f6261", "Zm9vYmE")]
    [InlineData("03ecffe0c1", "A-z_4ME")]
    public void Reads_and_writes_published_values(string hex, string text)
    {
        Base64Url.Encode(Hex.Decode(hex)).ShouldBe(text);
        Hex.Encode(Base64Url.Decode(text)).ShouldBe(hex);
        Hex.Encode(Base64Url.DecodeLenient(text)).ShouldBe(hex);
    }

    [Fact]
    public void Reads_back_what_it_wrote() =>
        Prop.ForAll<byte[]>(bytes => Base64Url.Decode(Base64Url.Encode(bytes)).AsSpan().SequenceEqual(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void Reads_no_text_that_it_would_not_write() =>
        Prop.ForAll(Texts(), text => !Base64Url.TryDecode(text, out var value) || Base64Url.Encode(value) == text).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Reads_leniently_whatever_it_reads_strictly() =>
        Prop.ForAll(Texts(), text => !Base64Url.TryDecode(text, out var value)
            || (Base64Url.TryDecodeLenient(text, out var lenient) && lenient.AsSpan().SequenceEqual(value))).QuickCheckThrowOnFailure();

    [Fact]
    public void Reads_leniently_what_the_platform_writes_as_standard_base64() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            var padded = Convert.ToBase64String(bytes);
            return Base64Url.DecodeLenient(padded).AsSpan().SequenceEqual(bytes)
                && Base64Url.DecodeLenient(padded.TrimEnd('=')).AsSpan().SequenceEqual(bytes);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("A")]
    [InlineData("Zg==")]
    [InlineData("Zh")]
    [InlineData("Zm9")]
    [InlineData("Zm9vY")]
    [InlineData("Zm9v\n")]
    [InlineData(" Zm9v")]
    [InlineData("+/+/")]
    [InlineData("Zm9é")]
    [InlineData("Zm9v====")]
    public void Refuses_strictly_what_is_not_canonical(string text)
    {
        Base64Url.TryDecode(text, out _).ShouldBeFalse();
        Should.Throw<CryptoException>(() => Base64Url.Decode(text)).Code.ShouldBe(CryptoErrorCode.Malformed);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("=")]
    [InlineData("==")]
    [InlineData("Zg=")]
    [InlineData("Zh==")]
    [InlineData("Zm9v=")]
    [InlineData("Zm9v====")]
    [InlineData("Z=g=")]
    [InlineData("Zm9v\n")]
    [InlineData("Zm 9v")]
    public void Refuses_leniently_what_is_cut_or_foreign(string text)
    {
        Base64Url.TryDecodeLenient(text, out _).ShouldBeFalse();
        Should.Throw<CryptoException>(() => Base64Url.DecodeLenient(text)).Code.ShouldBe(CryptoErrorCode.Malformed);
    }

    [Theory]
    [InlineData("A+z/4ME=")]
    [InlineData("A+z/4ME")]
    [InlineData("A-z_4ME=")]
    [InlineData("A-z/4ME")]
    public void Reads_leniently_either_alphabet_with_or_without_padding(string text) =>
        Hex.Encode(Base64Url.DecodeLenient(text)).ShouldBe("03ecffe0c1");

    [Fact]
    public void Refuses_text_that_is_too_long()
    {
        var text = new string('A', Base64Url.MaximumTextLength + 4);

        Should.Throw<CryptoException>(() => Base64Url.Decode(text)).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
        Should.Throw<CryptoException>(() => Base64Url.DecodeLenient(text)).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
        Should.Throw<CryptoException>(() => Hex.Decode(text)).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
    }

    private static Arbitrary<string> Texts() =>
        Gen.ListOf(Gen.Elements(Letters.ToCharArray())).Select(letters => new string([.. letters])).ToArbitrary();
}
