using GovID.Cryptography.Bn254;
using GovID.Cryptography.Tests.Bn254.Reference;

namespace GovID.Cryptography.Tests.Bn254;

/// <summary>The text form of AnonCreds 10.3 beyond what we write ourselves.</summary>
public sealed class TextFormTests
{
    private const string One = "095E45DDF417D05FB10933FFC63D474548B7FFFF7888802F07FFFFFF7D07A8A8";
    private const string MinusOne = "1BC51EA44BE82FA2092B198039C2B8C31869000087777FE49F00000082F8576B";

    // 1 + p in 65 digits and 1 + k·p in 70; a counter that says nothing about the value; lower case; surplus zeros.
    [Theory]
    [InlineData("1 " + MinusOne + " 1 " + One + " 1 " + One)]
    [InlineData("7 " + MinusOne + " 4294967295 " + One + " 0000000001 " + One)]
    [InlineData("1 " + MinusOne + " 1 02E81AA603417D0616B3D817FC63D474DA9D8FFFF78888042AEFFFFFF7D07A8BB 1 " + One)]
    [InlineData("1 " + MinusOne + " 1 FFFFFFDADC9B7DBFFFFFFE45CBB27FFFFFFFF79EDEFFFFFFFFFFEC58FFFFFFFFFFFFED 1 " + One)]
    [InlineData("1 1bc51ea44be82fa2092b198039c2b8c31869000087777fe49f00000082f8576b 1 000000" + One + " 1 " + One)]
    public void Reads_residues_that_are_not_reduced_and_any_positive_counter(string text) =>
        G1Point.ParseText(text).ShouldBe(G1Point.Generator);

    [Fact]
    public void Reads_homogeneous_coordinates()
    {
        var (x, y) = (G1Point.Random(), G2Point.Random());

        G1Point.ParseText(Scaled(x.ToText())).ShouldBe(x);
        G2Point.ParseText(Scaled(y.ToText())).ShouldBe(y);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1 " + MinusOne + " 1 " + One)]
    [InlineData("1 " + MinusOne + " 1 " + One + " 1 " + One + " ")]
    [InlineData(" 1 " + MinusOne + " 1 " + One + " 1 " + One)]
    [InlineData("1 " + MinusOne + " 1 " + One + " 1 " + One + " 1 " + One)]
    [InlineData("1  " + MinusOne + " 1 " + One + " 1 " + One)]
    [InlineData("1\t" + MinusOne + " 1 " + One + " 1 " + One)]
    [InlineData("0 " + MinusOne + " 1 " + One + " 1 " + One)]
    [InlineData("-1 " + MinusOne + " 1 " + One + " 1 " + One)]
    [InlineData("+1 " + MinusOne + " 1 " + One + " 1 " + One)]
    [InlineData("4294967296 " + MinusOne + " 1 " + One + " 1 " + One)]
    [InlineData("1 0000000" + MinusOne + " 1 " + One + " 1 " + One)]
    [InlineData("1 0x" + MinusOne + " 1 " + One + " 1 " + One)]
    [InlineData("1 ١" + MinusOne + " 1 " + One + " 1 " + One)]
    [InlineData("١ " + MinusOne + " 1 " + One + " 1 " + One)]
    public void Refuses_other_tokens(string text)
    {
        G1Point.TryParseText(text, out _).ShouldBeFalse();
        Should.Throw<CryptoException>(() => G1Point.ParseText(text)).Code.ShouldBe(CryptoErrorCode.Malformed);
    }

    [Fact]
    public void Refuses_texts_of_any_size()
    {
        var text = string.Join(' ', Enumerable.Repeat("1 " + One, 100_000));

        G1Point.TryParseText(text, out _).ShouldBeFalse();
        G2Point.TryParseText(text, out _).ShouldBeFalse();
        Gt.TryParseText(text, out _).ShouldBeFalse();
        Scalar.TryParseText(text, out _).ShouldBeFalse();
        G1Point.TryParseText(new string(' ', 1_000_000), out _).ShouldBeFalse();
    }

    [Fact]
    public void Refuses_coordinates_of_a_point_at_infinity_other_than_the_identity()
    {
        var zero = new string('0', 64);

        G1Point.TryParseText($"1 {One} 1 {One} 1 {zero}", out _, allowIdentity: true).ShouldBeFalse();
        G1Point.ParseText($"1 {zero} 1 {MinusOne} 1 {zero}", allowIdentity: true).IsIdentity.ShouldBeTrue();
        G1Point.TryParseText($"1 {zero} 1 {MinusOne} 1 {zero}", out _).ShouldBeFalse();
    }

    // Negating all of X, Y and Z leaves the point as it is; p − residue is its text.
    private static string Scaled(string text)
    {
        var tokens = text.Split(' ');
        for (var i = 1; i < tokens.Length; i += 2)
        {
            var residue = Bridge.Integer(Convert.FromHexString(tokens[i]));
            tokens[i] = Convert.ToHexString(Bridge.Bytes(Curve.Mod(-residue)));
        }

        return string.Join(' ', tokens);
    }
}
