using GovID.Architecture.Tests.Documents;
using GovID.Architecture.Tests.Model;
using GovID.Architecture.Tests.Rules;
using GovID.Architecture.Tests.Tables;

namespace GovID.Architecture.Tests;

/// <summary>Rules about packages and folders as a whole.</summary>
public sealed class WholeTests
{
    [Fact]
    public void Every_package_shows_an_example_that_its_tests_compile() => Violation.None(
        House.Packable.SelectMany(project => ReadmeRule.Example(
            $"src/{project.Name}/README.md",
            ReadmeOf(project),
            House.Sources.Where(file => file.Project == project.Name + ".Tests"))));

    [Fact]
    public void Every_package_says_what_it_covers_refuses_and_decided() =>
        Violation.None(House.Packable.SelectMany(project => ReadmeRule.Sections($"src/{project.Name}/README.md", ReadmeOf(project))));

    [Fact]
    public void Folders_keep_their_limit() =>
        Violation.None(SizeRule.Folders(House.Sources.Select(file => file.Path), Exceptions.LongFolders));

    [Fact]
    public void Nesting_keeps_its_limit() => Violation.None(House.Sources.SelectMany(SizeRule.Nesting));
    private static string ReadmeOf(ProjectFile project) => House.TextOf($"src/{project.Name}/README.md");
}
