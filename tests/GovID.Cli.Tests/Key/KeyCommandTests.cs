using System.Text.Json;
using GovID.Cli.Tests.Shell;
using GovID.TestKit;

namespace GovID.Cli.Tests.Key;

public sealed class KeyCommandTests
{
    [Theory]
    [InlineData("ed25519", "did:key:z6Mk")]
    [InlineData("x25519", "did:key:z6LS")]
    [InlineData("p256", "did:key:zDn")]
    [InlineData("p384", "did:key:z82L")]
    [InlineData("p521", "did:key:z2J9")]
    [InlineData("secp256k1", "did:key:zQ3s")]
    public async Task Makes_a_key_that_show_reads_again(string type, string begins)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Path("key.jwk");

        var made = await CommandLineRun.Of("key", "new", "--type", type, "--out", file, "--json");
        var shown = await CommandLineRun.Of("key", "show", file, "--json");

        made.Exit.ShouldBe(0, made.Errors);
        shown.Exit.ShouldBe(0, shown.Errors);
        Member(shown, "did").ShouldStartWith(begins);
        Member(shown, "did").ShouldBe(Member(made, "did"));
        Member(shown, "type").ShouldBe(type);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Shows_nothing_of_the_secret()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Path("key.jwk");
        var made = await CommandLineRun.Of("key", "new", "--out", file);
        var secret = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).RootElement.GetProperty("d").GetString()!;

        var shown = await CommandLineRun.Of("key", "show", file);

        made.Output.ShouldNotContain(secret);
        shown.Output.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Never_overwrites_a_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Path("key.jwk");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);

        var run = await CommandLineRun.Of("key", "new", "--out", file, "--json");

        run.Exit.ShouldBe(3);
        run.Errors.ShouldContain("never overwritten");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe("mine");
    }

    [Fact]
    public async Task Makes_the_key_of_a_seed()
    {
        using var folder = new TemporaryFolder();
        var seed = folder.Path("seed");
        await File.WriteAllTextAsync(seed, "000000000000000000000000Trustee1\n", TestContext.Current.CancellationToken);

        var run = await CommandLineRun.Of("key", "new", "--seed-file", seed, "--out", folder.Path("k"), "--json");

        run.Exit.ShouldBe(0, run.Errors);
        Member(run, "indyDid").ShouldBe("V4SGRU86Z58d6TV7PBUe6f");
        Member(run, "base58").ShouldBe("GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL");
    }

    [Theory]
    [InlineData("seed", "ed25519", 4)]
    [InlineData("00000000000000000000000000000000", "p256", 2)]
    public async Task Refuses_a_seed_that_makes_no_key(string content, string type, int exit)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Path("seed"), content, TestContext.Current.CancellationToken);

        (await CommandLineRun.Of("key", "new", "--type", type, "--seed-file", folder.Path("seed"), "--out", folder.Path("k"))).Exit.ShouldBe(exit);
    }

    [Theory]
    [InlineData("z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th")]
    [InlineData("did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th")]
    [InlineData("8HH5gYEeNc3z7PYXmd54d4x6qAfCNrqQqEB3nS7Zfu7K")]
    public async Task Reads_a_public_key_from_the_command_line(string text)
    {
        var run = await CommandLineRun.Of("key", "show", text, "--json");

        run.Exit.ShouldBe(0, run.Errors);
        Member(run, "multikey").ShouldBe("z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}")]
    public async Task Refuses_a_file_without_a_key(string content)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Path("k"), content, TestContext.Current.CancellationToken);

        (await CommandLineRun.Of("key", "show", folder.Path("k"))).Exit.ShouldBe(4);
    }

    [Fact]
    public async Task Refuses_what_is_neither_a_key_nor_a_file() => (await CommandLineRun.Of("key", "show", "nothing.jwk")).Exit.ShouldBe(4);

    private static string Member(CommandLineRun run, string name) => JsonDocument.Parse(run.Output).RootElement.GetProperty(name).GetString()!;
}
