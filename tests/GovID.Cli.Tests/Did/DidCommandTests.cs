using System.Text.Json;
using GovID.Cli.Tests.Shell;
using GovID.TestKit;

namespace GovID.Cli.Tests.Did;

public sealed class DidCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Key => _folder.Path("key.jwk");

    public async ValueTask InitializeAsync() => (await CommandLineRun.Of("key", "new", "--out", Key)).Exit.ShouldBe(0);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("key")]
    [InlineData("jwk")]
    [InlineData("peer")]
    [InlineData("peer", "--basis", "0")]
    [InlineData("peer", "--basis", "2", "--endpoint", "https://agent.example")]
    [InlineData("peer", "--endpoint", "https://agent.example", "--routing-key", "did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th")]
    public async Task Makes_a_did_that_resolves(params string[] arguments)
    {
        var made = await CommandLineRun.Of(["did", "create", .. arguments, "--key", Key, "--json"]);
        made.Exit.ShouldBe(0, made.Errors);
        var did = Root(made).GetProperty("did").GetString()!;

        var resolved = await CommandLineRun.Of("did", "resolve", did, "--json");

        resolved.Exit.ShouldBe(0, resolved.Errors);
        var document = Root(resolved).GetProperty("didDocument");
        document.GetProperty("id").GetString().ShouldBe(did);
        document.TryGetProperty("service", out _).ShouldBe(arguments.Contains("--endpoint"));
    }

    [Fact]
    public async Task Resolves_a_short_form_with_what_is_stored_and_says_no_without()
    {
        var made = Root(await CommandLineRun.Of("did", "create", "peer", "--key", Key, "--json"));
        var shortForm = made.GetProperty("shortForm").GetString()!;
        await File.WriteAllTextAsync(_folder.Path("long"), made.GetProperty("did").GetString() + "\n", TestContext.Current.CancellationToken);

        var without = await CommandLineRun.Of("did", "resolve", shortForm, "--json");
        var with = await CommandLineRun.Of("did", "resolve", shortForm, "--stored", _folder.Path("long"), "--json");

        without.Exit.ShouldBe(1);
        Root(without).GetProperty("error").GetString().ShouldBe("notFound");
        with.Exit.ShouldBe(0, with.Errors);
        Root(with).GetProperty("didDocument").GetProperty("id").GetString().ShouldBe(shortForm);
    }

    [Fact]
    public async Task Makes_an_indy_identifier()
    {
        var run = await CommandLineRun.Of("did", "create", "sov", "--key", Key);

        run.Exit.ShouldBe(0, run.Errors);
        run.Output.ShouldStartWith("did:sov:");
    }

    [Fact]
    public async Task Prints_a_document_that_a_person_can_read()
    {
        var run = await CommandLineRun.Of("did", "resolve", "did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th");

        run.Output.Split('\n').Length.ShouldBeGreaterThan(20);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("id").GetString().ShouldStartWith("did:key:");
    }

    [Fact]
    public async Task Shows_the_parts_of_a_did_url()
    {
        var run = await CommandLineRun.Of("did", "parse", "did:web:example.com:user?a=b#key-1", "--json");

        run.Exit.ShouldBe(0, run.Errors);
        Root(run).GetProperty("method").GetString().ShouldBe("web");
        Root(run).GetProperty("fragment").GetString().ShouldBe("key-1");
        Root(run).GetProperty("path").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("did", "parse", "did:nothing")]
    [InlineData("did", "resolve", "x")]
    [InlineData("did", "resolve", "did:key:zzz")]
    [InlineData("did", "resolve", "did:web:example.com")]
    [InlineData("did", "resolve", "did:peer:5x")]
    public async Task Refuses_with_exit_code_4_and_a_code_for_scripts(params string[] arguments)
    {
        var run = await CommandLineRun.Of([.. arguments, "--json"]);

        run.Exit.ShouldBe(4);
        JsonDocument.Parse(run.Errors).RootElement.GetProperty("error").GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("web")]
    [InlineData("peer", "--basis", "1")]
    [InlineData("peer", "--basis", "0", "--endpoint", "https://a.example")]
    [InlineData("peer", "--basis", "0", "--routing-key", "did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th")]
    [InlineData("peer", "--routing-key", "did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th")]
    [InlineData("peer", "--endpoint", "")]
    public async Task Refuses_a_wrong_call(params string[] arguments) =>
        (await CommandLineRun.Of(["did", "create", .. arguments, "--key", Key])).Exit.ShouldBe(2);

    [Theory]
    [InlineData("not a uri")]
    [InlineData("agent.example")]
    [InlineData("/messages")]
    public async Task Refuses_an_endpoint_that_is_no_uri(string endpoint) =>
        (await CommandLineRun.Of("did", "create", "peer", "--key", Key, "--endpoint", endpoint)).Exit.ShouldBe(4);

    private static JsonElement Root(CommandLineRun run) => JsonDocument.Parse(run.Output).RootElement;
}
