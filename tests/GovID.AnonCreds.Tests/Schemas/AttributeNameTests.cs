using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.Tests.Schemas;

public sealed class AttributeNameTests
{
    [Theory]
    [InlineData("First Name", "firstname")]
    [InlineData("  a  B ", "ab")]
    [InlineData("tab\tstays", "tab\tstays")]
    [InlineData("İstanbul", "i\u0307stanbul")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("ΟΔΟΣ ΑΣ", "οδοσας")]
    [InlineData("Σ", "σ")]
    [InlineData("ΑΣ.", "ας.")]
    [InlineData("ΑΣ.Β", "ασ.β")]
    [InlineData("1Σ", "1σ")]
    [InlineData("姓名", "姓名")]
    [InlineData("𐐀", "𐐨")]
    public void Normalizes_a_name(string name, string expected) => AttributeName.Normalize(name).ShouldBe(expected);
}
