using System.Reflection;
using GovID.Architecture.Tests.Model;
using GovID.Architecture.Tests.Rules;

namespace GovID.Architecture.Tests;

public sealed class EntranceTests
{
    private static readonly Assembly[] Programs = [typeof(GovID.Cli.Shell.CliCommand).Assembly];

    [Fact]
    public void Only_the_command_line_has_a_main()
    {
        Violation.None(House.Shipped.SelectMany(EntranceRule.Mains));
        Violation.None(House.Projects.Where(one => one.Path.StartsWith("src/", StringComparison.Ordinal)).SelectMany(EntranceRule.Executables));
    }

    [Fact]
    public void Command_files_and_builds_are_short() => Violation.None(House.Shipped.SelectMany(EntranceRule.ShortEntrances));

    [Fact]
    public void Programs_derive_from_nothing_of_the_libraries() =>
        Violation.None(Programs.SelectMany(program => EntranceRule.Bases(program.GetTypes(), type => IsOurLibrary(type, program))));

    [Theory]
    [InlineData("class A { static int Main() => 0; }")]
    [InlineData("return 0;")]
    public void Bites_a_second_main(string text) => Bad.Bites(EntranceRule.Mains(Bad.Source(text)), "only GovID.Cli");

    [Fact]
    public void Bites_a_second_executable() => Bad.Bites(
        EntranceRule.Executables(Bad.Project("GovID.Bridge", "<OutputType>Exe</OutputType>")), "only GovID.Cli");

    [Theory]
    [InlineData("class A { internal static CliCommand Create() => null; }", "src/GovID.Cli/Genesis/A.cs")]
    [InlineData("class A { public static WebApplication Build() => null; }", "src/GovID.Bridge/A.cs")]
    public void Bites_a_long_command_or_build(string text, string path) =>
        Bad.Bites(EntranceRule.ShortEntrances(Bad.Source(text + "\n" + Bad.Lines(60, "//"), path)), "61 lines, limit 60");

    [Fact]
    public void Bites_a_type_that_derives_from_a_library() =>
        Bad.Bites(EntranceRule.Bases([typeof(Derived)], type => type == typeof(OfALibrary)), "derives from");

    private static bool IsOurLibrary(Type type, Assembly program) =>
        type.Assembly != program && type.Assembly.GetName().Name!.StartsWith("GovID.", StringComparison.Ordinal);

    private class OfALibrary;

    private sealed class Derived : OfALibrary;
}
