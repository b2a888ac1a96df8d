using System.Text;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Tests.Presentations;

public sealed class NonceTests
{
    [Theory]
    [InlineData("\"1\"", "1")]
    [InlineData("\"00012\"", "00012")]
    [InlineData("5", "5")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("[1,2,3]", "66051")]
    [InlineData("[0,0,1]", "1")]
    public void Reads_a_nonce_in_each_of_its_forms(string json, string expected) => Read(json).Nonce.Text.ShouldBe(expected);

    [Theory]
    [InlineData("\"0\"")]
    [InlineData("\"000\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"+1\"")]
    [InlineData("\"\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1a\"")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("18446744073709551616")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("[]")]
    [InlineData("[0]")]
    [InlineData("[256]")]
    [InlineData("[-1]")]
    [InlineData("[1,\"a\"]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("true")]
    public void Refuses_any_other_value_and_names_the_field(string json)
    {
        var refusal = Should.Throw<AnonCredsException>(() => Read(json));

        refusal.Code.ShouldBe(AnonCredsErrorCode.Malformed);
        refusal.Field.ShouldStartWith("$.nonce");
    }

    [Fact]
    public void Refuses_more_than_256_bits() => Nonce.TryParse("1" + new string('0', 78), out _).ShouldBeFalse();

    [Fact]
    public void Makes_different_nonces_of_at_most_80_bits()
    {
        var nonces = Enumerable.Range(0, 100).Select(_ => Nonce.Create()).ToHashSet();

        nonces.Count.ShouldBe(100);
        nonces.ShouldAllBe(nonce => nonce.Text.Length <= 25);
    }

    private static PresentationRequest Read(string nonce) => PresentationRequest.Parse(Encoding.UTF8.GetBytes(
        "{\"nonce\":" + nonce + ",\"name\":\"n\",\"version\":\"1\",\"requested_attributes\":{\"a\":{\"name\":\"x\"}}}"));
}
