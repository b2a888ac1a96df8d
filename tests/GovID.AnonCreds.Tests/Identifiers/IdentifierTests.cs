using GovID.AnonCreds.Identifiers;

namespace GovID.AnonCreds.Tests.Identifiers;

public sealed class IdentifierTests
{
    private const string Did = "4xE68b6S5VRFrKMMG1U95M";

    [Theory]
    [InlineData(Did, true)]
    [InlineData("F72i3Y3Q4i466efjYJYHH", true)]
    [InlineData("did:web:example.org", false)]
    [InlineData("A+-.9:q", false)]
    [InlineData("https://example.org/a b", false)]
    public void Reads_an_issuer_identifier(string text, bool legacy)
    {
        IssuerId.TryParse(text, out var id).ShouldBeTrue();

        id.Value.ShouldBe(text);
        id.IsLegacy.ShouldBe(legacy);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("bob")]
    [InlineData("a:")]
    [InlineData("1a:b")]
    [InlineData("a_b:c")]
    [InlineData("é:x")]
    [InlineData("did:web:x\n")]
    [InlineData("did:web:x\ny")]
    [InlineData("0OIl111111111111111111")]
    [InlineData("F72i3Y3Q4i466efjYJYHHMM")]
    public void Refuses_what_is_no_issuer_identifier(string? text) => IssuerId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Refuses_an_identifier_longer_than_the_limit() =>
        IssuerId.TryParse("did:web:" + new string('x', 2048), out _).ShouldBeFalse();

    [Theory]
    [InlineData(Did + ":2:x y:1")]
    [InlineData(Did + ":2:x:1.0")]
    public void Knows_a_legacy_schema_identifier(string text) => SchemaId.Parse(text).IsLegacy.ShouldBeTrue();

    [Theory]
    [InlineData(Did + ":3:CL:17:main")]
    [InlineData(Did + ":3:CL:17:")]
    [InlineData(Did + ":3:CL:" + Did + ":2:x:1.0:main")]
    public void Knows_a_legacy_credential_definition_identifier(string text) =>
        CredentialDefinitionId.Parse(text).IsLegacy.ShouldBeTrue();

    [Theory]
    [InlineData(Did + ":4:" + Did + ":3:CL:17:main:CL_ACCUM:r")]
    [InlineData(Did + ":4:" + Did + ":3:CL:17:main:CL_ACCUM:")]
    public void Knows_a_legacy_registry_identifier(string text) => RevocationRegistryId.Parse(text).IsLegacy.ShouldBeTrue();

    [Fact]
    public void Says_what_to_give_when_it_refuses()
    {
        var refusal = Should.Throw<AnonCredsException>(() => SchemaId.Parse("123"));

        refusal.Code.ShouldBe(AnonCredsErrorCode.InvalidIdentifier);
        refusal.Message.ShouldContain("schema identifier");
    }
}
