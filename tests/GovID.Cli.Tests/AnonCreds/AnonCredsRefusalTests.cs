using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovID.Cli.Tests.AnonCreds;

public sealed class AnonCredsRefusalTests : IDisposable
{
    private const string Offer = "offer --definition @definition.json --definition-id did:web:a.example/1 --out @offer.json --json";

    private readonly AnonCredsFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("{}", "$")]
    [InlineData("""{"c":"1","xz_cap":"2","xr_cap":[["a"]]}""", "$.xr_cap[0]")]
    [InlineData("""{"c":"1","c":"1","xz_cap":"2","xr_cap":[]}""", "$.c")]
    [InlineData("""{"c":"x","xz_cap":"2","xr_cap":[]}""", "$.c")]
    [InlineData("""{"c":"1","xz_cap":""", "$")]
    public async Task Refuses_a_file_naming_it_and_the_member(string proof, string field)
    {
        await File.WriteAllTextAsync(_files["bad.json"], proof, TestContext.Current.CancellationToken);

        var run = await _files.Run($"{Offer} --proof @bad.json");

        run.Exit.ShouldBe(4);
        var error = JsonDocument.Parse(run.Errors).RootElement.GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe("anoncreds.malformed");
        error.GetProperty("detail").GetString()!.ShouldContain("bad.json");
        error.GetProperty("field").GetString()!.ShouldStartWith(field);
    }

    [Fact]
    public async Task Refuses_a_file_that_does_not_exist() => (await _files.Run($"{Offer} --proof @none.json")).Exit.ShouldBe(4);

    [Fact]
    public async Task Refuses_an_identifier_of_no_known_form() =>
        (await _files.Run("offer --definition @definition.json --definition-id nothing --proof @proof.json --out @offer.json")).Exit.ShouldBe(4);

    [Theory]
    [InlineData("offer")]
    [InlineData("issue --out @x")]
    [InlineData("verify --nothing")]
    [InlineData("unknown")]
    [InlineData("creddef --schema @schema.json --schema-id did:web:a.example/1 --out @key.json --private-out @key.json --proof-out @proof2.json")]
    [InlineData("offer --definition @definition.json --definition-id did:web:a.example/1 --proof @proof.json --out @offer.json --repeat 0")]
    public async Task Refuses_a_wrong_call(string line) => (await _files.Run(line)).Exit.ShouldBe(2);

    [Fact]
    public async Task Refuses_values_that_are_not_those_of_the_schema()
    {
        await _files.Issue();
        const string Issue = "issue --definition @definition.json --private @private.json --offer @offer.json --request @request.json --out @other.json --json --values @bad.json";
        foreach (var (values, field) in new[] { ("""{"class":7}""", "$['class']"), ("""{"class":"7"}""", "$.values"), ("[]", "$"), ("""{"a":"1","a":"1"}""", "$") })
        {
            await File.WriteAllTextAsync(_files["bad.json"], values, TestContext.Current.CancellationToken);

            var run = await _files.Run(Issue);

            run.Exit.ShouldBe(4);
            JsonDocument.Parse(run.Errors).RootElement.GetProperty("error").GetProperty("field").GetString().ShouldBe(field);
        }

        (await _files.Run($"{Issue.Replace("bad", "values", StringComparison.Ordinal)} --index 1")).Exit.ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_to_present_what_the_credentials_do_not_allow()
    {
        await _files.Issue();
        _files.WriteRequest("asked.json", atLeast: 8);
        const string Present = "present --request @asked.json --credential @held.json --definitions @definitions.json --link-secret @secret.txt --out @shown.json --json";
        _files.Write("none.json", new JsonObject());

        var unmet = await _files.Run($"{Present} --schemas @schemas.json");
        var unknown = await _files.Run($"{Present} --schemas @none.json");

        unmet.Exit.ShouldBe(4);
        unmet.Errors.ShouldContain("anoncreds.cannot_present");
        unmet.Errors.ShouldContain("PredicateNotMet");
        unknown.Exit.ShouldBe(4);
        unknown.Errors.ShouldContain("$.schema_id");
        (await _files.Run($"{Present} --schemas @schemas.json --answer nobody=0")).Exit.ShouldBe(2);
        (await _files.Run($"{Present} --schemas @schemas.json --answer shown=1")).Exit.ShouldBe(2);
    }
}
