using System.Text;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.Tests.Schemas;

public sealed class SchemaTests
{
    [Fact]
    public void Reads_a_schema_and_writes_the_same_members()
    {
        var schema = Read("""["height","Full Name"]""");

        Encoding.UTF8.GetString(schema.ToUtf8Json())
            .ShouldBe("""{"name":"n","version":"1","attrNames":["height","Full Name"],"issuerId":"did:web:a"}""");
    }

    [Theory]
    [InlineData("[]", "$.attrNames")]
    [InlineData("""["a","A"]""", "$.attrNames[1]")]
    [InlineData("""["a b","ab"]""", "$.attrNames[1]")]
    [InlineData("""[" "]""", "$.attrNames[0]")]
    [InlineData("""["Master_Secret"]""", "$.attrNames[0]")]
    public void Refuses_names_that_break_a_rule(string names, string field)
    {
        var refusal = Should.Throw<AnonCredsException>(() => Read(names));

        refusal.Code.ShouldBe(AnonCredsErrorCode.Invalid);
        refusal.Field.ShouldBe(field);
    }

    [Fact]
    public void Refuses_more_attributes_than_the_limit() =>
        Should.Throw<AnonCredsException>(() => Read("[" + string.Join(',', Enumerable.Range(0, 126).Select(i => $"\"a{i}\"")) + "]"))
            .Field.ShouldBe("$.attrNames");

    [Theory]
    [InlineData("""{"version":"1","attrNames":["a"],"issuerId":"did:web:a"}""", "$")]
    [InlineData("""{"name":null,"version":"1","attrNames":["a"],"issuerId":"did:web:a"}""", "$.name")]
    [InlineData("""{"name":"n","version":"1","attrNames":["a"],"issuerId":"bob"}""", "$.issuerId")]
    [InlineData("""{"name":"n","version":"1","attrNames":["a"],"issuerId":"did:web:a","name":"m"}""", "$.name")]
    [InlineData("""{"name":"n","version":"1","attrNames":["a"],"issuerId":"did:web:a"} x""", "$")]
    [InlineData("""{"name":"n","version":"1","attrNames":["a"],"issuerId":7}""", "$.issuerId")]
    [InlineData("null", "$")]
    [InlineData("", "$")]
    public void Refuses_malformed_text_and_names_the_field(string json, string field)
    {
        var refusal = Should.Throw<AnonCredsException>(() => Schema.Parse(Encoding.UTF8.GetBytes(json)));

        refusal.Code.ShouldBe(AnonCredsErrorCode.Malformed);
        if (field != "$")
            refusal.Field.ShouldBe(field);
    }

    private static Schema Read(string names) => Schema.Parse(Encoding.UTF8.GetBytes(
        "{\"name\":\"n\",\"version\":\"1\",\"attrNames\":" + names + ",\"issuerId\":\"did:web:a\"}"));
}
