using System.Diagnostics;
using GovID.TestKit;

namespace GovID.Cli.Tests.Script;

/// <summary>A small tree with a copy of the script and a stand-in for the SDK that notes how it was called.</summary>
internal sealed class ScriptSandbox : IDisposable
{
    private const string Sdk = """
        #!/usr/bin/env bash
        here=$(cd "$(dirname "$0")/.." && pwd)
        printf '%s\n' "$*" >>"$here/calls"
        case $1 in
          build)
            sleep "${BUILD_SECONDS:-0}"
            if grep -rqs 'does not compile' "$here/tree/src"; then echo "src/A.cs(1,1): error CS1002: ; expected"; exit 1; fi
            for project in src/GovID.Cli:govid tests/GovID.Conformance:govid-conform tests/A.Tests:A.Tests tests/B.Tests:B.Tests; do
              mkdir -p "$here/tree/${project%%:*}/bin/Release/net10.0"
              echo built >"$here/tree/${project%%:*}/bin/Release/net10.0/${project##*:}.dll"
            done ;;
          publish)
            [[ ! -f "$here/publish-fails" ]] || { echo "the program crashed"; exit 134; }
            while [[ $1 != -o ]]; do shift; done
            mkdir -p "$2"
            for program in govid govid-conform govid-bench; do printf '#!/bin/sh\n' >"$2/$program"; chmod +x "$2/$program"; done ;;
          *.dll)
            name=$(basename "$1" .dll)
            if [[ -f "$here/$name.xml" ]]; then while [[ $1 != -xml ]]; do shift; done; cp "$here/$name.xml" "$2"; fi
            if [[ -f "$here/$name.exit" ]]; then exit "$(<"$here/$name.exit")"; fi
            echo "ran $*" ;;
        esac
        """;

    private readonly TemporaryFolder _folder = new();

    public ScriptSandbox()
    {
        Directory.CreateDirectory(_folder.Path("tools", "sdk", "10.0.100"));
        foreach (var folder in new[] { "src/GovID.Cli", "tests/A.Tests", "tests/B.Tests" })
            Directory.CreateDirectory(PathOf(folder));
        File.Copy(Path.Combine(SharedData.Repository, "govid"), PathOf("govid"));
        Write("global.json", """{ "sdk": { "version": "10.0.100" } }""");
        Write("src/GovID.Cli/Program.cs", "one");
        AddTool("dotnet", Sdk);
    }

    /// <summary>How often the stand-in was asked to build.</summary>
    public int Builds => Calls.Count(call => call.StartsWith("build ", StringComparison.Ordinal));

    public IReadOnlyList<string> Calls => File.Exists(_folder.Path("calls")) ? File.ReadAllLines(_folder.Path("calls")) : [];

    public string PathOf(string name) => _folder.Path("tree", name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    /// <summary>Changes a line of the script's copy: what the machine lacks cannot be taken away from it.</summary>
    public void EditScript(string from, string to) => Write("govid", File.ReadAllText(PathOf("govid")).Replace(from, to, StringComparison.Ordinal));

    /// <summary>Puts a program before those of the machine.</summary>
    public void AddTool(string name, string text)
    {
        var path = _folder.Path("tools", name);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>What a test program's report says; without one it ends before it can report.</summary>
    public void Report(string project, string attributes, int exit = 0, string inner = "")
    {
        File.WriteAllText(_folder.Path(project + ".xml"), $"<assemblies><assembly name=\"x\" {attributes}>{inner}</assembly></assemblies>");
        File.WriteAllText(_folder.Path(project + ".exit"), $"{exit}");
    }

    /// <summary>Makes publications end badly, without a word that a build would say.</summary>
    public void BreakPublications() => File.WriteAllText(_folder.Path("publish-fails"), "");

    public void EndWith(string project, int exit) => File.WriteAllText(_folder.Path(project + ".exit"), $"{exit}");

    public async Task<CommandLineResult> RunAsync(string arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("bash", $"{PathOf("govid")} {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment["PATH"] = $"{_folder.Path("tools")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["GOVID_SHARED"] = _folder.Path("nothing");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandLineResult(process.ExitCode, await output, await errors);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>How the script ended and what it wrote.</summary>
    internal sealed record CommandLineResult(int Exit, string Output, string Errors)
    {
        public string LastLine => Output.TrimEnd('\n').Split('\n')[^1];
    }
}
