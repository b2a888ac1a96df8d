namespace GovID.Cli.Tests.Script;

public sealed class ScriptMachineTests : IDisposable
{
    private readonly ScriptSandbox _tree = new();

    public ScriptMachineTests()
    {
        _tree.EditScript("\"libsodium.so.23|libsodium23|", "\"libnowhere.so.9|libnowhere10 libnowhere9|");
        _tree.AddTool("apt-cache", "#!/bin/sh\n[ \"$3\" = libnowhere9 ]");
        _tree.AddTool("apt-get", "#!/bin/sh\necho \"apt-get $*\" >>\"$(dirname \"$0\")/../calls\"");
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Prints_the_command_where_it_may_not_install()
    {
        _tree.AddTool("id", "#!/bin/sh\necho 1000");
        _tree.AddTool("sudo", "#!/bin/sh\nexit 1");

        var run = await _tree.RunAsync("up");

        run.Exit.ShouldBe(3);
        run.Errors.ShouldContain("  sudo apt-get update && sudo apt-get install -y --no-install-recommends libnowhere9\n");
        _tree.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Installs_what_is_missing_where_it_may()
    {
        _tree.AddTool("id", "#!/bin/sh\necho 0");

        var run = await _tree.RunAsync("up");

        run.Exit.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("installing the missing native libraries: libnowhere9");
        _tree.Calls.ShouldContain(call => call.StartsWith("apt-get ", StringComparison.Ordinal)
            && call.EndsWith("install -y --no-install-recommends libnowhere9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_library_on_the_search_path_is_not_missing()
    {
        _tree.Write("lib/libnowhere.so.9", "");

        var run = await _tree.RunAsync("up", ("LD_LIBRARY_PATH", _tree.PathOf("lib")));

        run.Exit.ShouldBe(0, run.Errors);
        _tree.Calls.ShouldNotContain(call => call.StartsWith("apt-get", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_published_folder_runs_without_an_sdk()
    {
        _tree.EditScript("libnowhere.so.9", "libsodium.so.23");
        Directory.CreateDirectory(_tree.PathOf("app"));
        _tree.AddTool("../tree/app/govid", "#!/bin/sh\necho \"published $*\"\nexit 4");

        var up = await _tree.RunAsync("up --json");
        var conform = await _tree.RunAsync("conform all x");
        var test = await _tree.RunAsync("test");

        (up.Exit, up.Output).ShouldBe((4, "published up --json\n"));
        (conform.Exit, test.Exit).ShouldBe((2, 2));
        conform.Errors.ShouldContain("publish DIR --tools");
        test.Errors.ShouldContain("needs the sources");
        _tree.Calls.ShouldBeEmpty();
    }
}
