using GovID.Ledger.Genesis;
using GovID.Ledger.Identifiers;

namespace GovID.Ledger.Tests.Requests;

public sealed class IdentifierTests
{
    private const string Did = "V4SGRU86Z58d6TV7PBUe6f";

    [Theory]
    [InlineData(Did, Did)]
    [InlineData("did:sov:" + Did, Did)]
    [InlineData("GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL", "GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL")]
    [InlineData("1111111111111111", "1111111111111111")]
    public void Reads_dids_of_16_and_32_bytes(string text, string plain) => LedgerDid.Parse(text).Text.ShouldBe(plain);

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("did:indy:sovrin:" + Did)]
    [InlineData("did:sov:did:sov:" + Did)]
    [InlineData(" " + Did)]
    [InlineData(Did + "\n")]
    [InlineData("V4SGRU86Z58d6TV7PBUe60")]
    [InlineData("GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKLGJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL")]
    public void Refuses_other_texts_as_dids(string text) =>
        Should.Throw<LedgerException>(() => LedgerDid.Parse(text, "dest")).Field.ShouldBe("dest");

    [Fact]
    public void Expands_an_abbreviated_key_by_its_did()
    {
        var trustee = new SandboxIdentity("Trustee1");

        Verkey.Parse("~CoRER63DVYnWZtK8uAzNbx").ToPublicKey(LedgerDid.Parse(Did)).ShouldBe(trustee.PublicKey);
        Verkey.Parse("GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL:ed25519").ToPublicKey(LedgerDid.Parse(Did)).ShouldBe(trustee.PublicKey);
        Verkey.Parse("~CoRER63DVYnWZtK8uAzNbx").ToPublicKey(LedgerDid.Parse("GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL")).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("~GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL")]
    [InlineData(Did)]
    [InlineData("GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL:rsa")]
    public void Refuses_other_texts_as_keys(string text) => Verkey.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(Did + ":2:degree:1.0", "degree", "1.0")]
    [InlineData(Did + ":2:a:b:c:1.0", "a:b:c", "1.0")]
    [InlineData("did:sov:" + Did + ":2:degree:1.0", "degree", "1.0")]
    public void Reads_schema_ids_also_with_colons_in_the_name(string text, string name, string version)
    {
        var id = SchemaId.Parse(text);

        (id.Name, id.Version, id.Issuer.Text).ShouldBe((name, version, Did));
        id.ToString().ShouldBe($"{Did}:2:{name}:{version}");
    }

    [Fact]
    public void Reads_definition_and_registry_ids_and_writes_them_again()
    {
        const string Definition = Did + ":3:CL:12:my tag";
        const string Registry = Did + ":4:" + Definition + ":CL_ACCUM:rr:1";

        CredentialDefinitionId.Parse(Definition).ToString().ShouldBe(Definition);
        CredentialDefinitionId.Parse(Did + ":3:CL:12").Tag.ShouldBeNull();
        RevocationRegistryId.Parse(Registry).ToString().ShouldBe(Registry);
        RevocationRegistryId.Parse(Registry).Tag.ShouldBe("rr:1");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData(Did + ":2:degree")]
    [InlineData(Did + ":2::1.0")]
    [InlineData(Did + ":3:CL:x:tag")]
    [InlineData(Did + ":3:CL:012:tag")]
    [InlineData(Did + ":3:BBS:12:tag")]
    [InlineData(Did + ":4:" + Did + ":3:CL:12:default:CL_ACCUM:")]
    public void Refuses_ids_that_have_another_form(string text)
    {
        SchemaId.TryParse(text, out _).ShouldBeFalse();
        CredentialDefinitionId.TryParse(text, out _).ShouldBeFalse();
        RevocationRegistryId.TryParse(text, out _).ShouldBeFalse();
    }
}
