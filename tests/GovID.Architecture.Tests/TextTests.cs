using GovID.Architecture.Tests.Model;
using GovID.Architecture.Tests.Rules;
using GovID.Architecture.Tests.Tables;

namespace GovID.Architecture.Tests;

public sealed class TextTests
{
    private static readonly string[] Folders = ["src", "tests", "agents", "ledger-genesis", "compose", "docs", ".ci"];
    private static readonly string[] Texts = [".cs", ".csproj", ".md", ".yml", ".yaml", ".json", ".sh", ".txt", ".csv", ".css", ".razor"];

    private static IEnumerable<(string Path, string Text)> Everything => Folders.SelectMany(House.Files)
        .Concat(["govid", "README.md", "Directory.Build.props", "Directory.Build.targets", ".editorconfig", ".ci/run"])
        .Where(path => path.EndsWith("/run", StringComparison.Ordinal) || path == "govid" || Texts.Contains(Path.GetExtension(path)) || path.StartsWith("Directory", StringComparison.Ordinal))
        .Where(path => File.Exists(Path.Combine(House.Root, path)) && !path.Contains("/vectors/", StringComparison.Ordinal))
        .Select(path => (path, House.TextOf(path)));

    private static IEnumerable<(string Path, string Text, ProjectRow Row)> OfLibraries =>
        from one in House.Files("src").Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".csproj", StringComparison.Ordinal))
        let row = ProjectTable.Find(one.Split('/')[1])
        where row is not null
        select (one, House.TextOf(one), row);

    [Fact]
    public void Libraries_do_not_name_the_web() =>
        Violation.None(OfLibraries.SelectMany(one => TextRule.WebInLibraries(one.Path, one.Text, one.Row)));

    [Fact]
    public void Only_two_modules_name_the_mediator() =>
        Violation.None(OfLibraries.SelectMany(one => TextRule.MediatorElsewhere(one.Path, one.Text, one.Row.Name)));

    [Fact]
    public void What_ships_reads_nothing_beside_the_repository() => Violation.None(
        House.Files("src").Concat(House.Files("agents")).Where(path => Texts.Contains(Path.GetExtension(path)))
            .SelectMany(path => TextRule.ReadsOutside(path, House.TextOf(path))));

    [Fact]
    public void Nothing_names_a_folder_of_one_machine() => Violation.None(Everything.SelectMany(one => TextRule.MachinePaths(one.Path, one.Text)));

    [Fact]
    public void Nothing_is_left_undone() => Violation.None(Everything.SelectMany(one => TextRule.Undone(one.Path, one.Text)));

    [Fact]
    public void No_test_is_switched_off() => Violation.None(
        House.Sources.Where(file => !file.IsShipped).SelectMany(file => TextRule.SwitchedOffTests(file.Path, file.Text)));

    [Fact]
    public void Bites_the_web_in_a_library() => Bad.Bites(
        TextRule.WebInLibraries("src/a.cs", "\nusing Microsoft." + "AspNetCore.Http;", ProjectTable.Find("GovID.Dids")!), "src/a.cs:2");

    [Fact]
    public void Bites_the_mediator_elsewhere() =>
        Bad.Bites(TextRule.MediatorElsewhere("src/a.cs", "using Media" + "tR;", "GovID.Agent"), "src/a.cs:1");

    [Fact]
    public void Bites_a_look_outside() => Bad.Bites(TextRule.ReadsOutside("src/a.cs", "\"../" + "shared/vectors\""), "src/a.cs:1");

    [Theory]
    [InlineData("\"/ho" + "me/ada/x\"")]
    [InlineData("cd /ro" + "ot/x")]
    [InlineData("C:\\Use" + "rs\\ada")]
    public void Bites_a_machine_path(string text) => Bad.Bites(TextRule.MachinePaths("a", text), "a:1");

    [Theory]
    [InlineData("https://example.org/ho" + "me/page")]
    [InlineData("src/ro" + "ot/x.cs")]
    public void Lets_addresses_and_relative_paths_pass(string text) => TextRule.MachinePaths("a", text).ShouldBeEmpty();

    [Theory]
    [InlineData("// TO" + "DO later")]
    [InlineData("throw new NotImplemented" + "Exception();")]
    [InlineData("// FIX" + "ME")]
    public void Bites_undone_work(string text) => Bad.Bites(TextRule.Undone("a", text), "a:1");

    [Fact]
    public void Bites_a_test_that_is_switched_off() => Bad.Bites(TextRule.SwitchedOffTests("a", "[Fact(Sk" + "ip = \"later\")]"), "a:1");
}
