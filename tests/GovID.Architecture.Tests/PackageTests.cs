using System.Reflection;
using GovID.Architecture.Tests.Documents;
using GovID.Architecture.Tests.Model;

namespace GovID.Architecture.Tests;

public sealed class PackageTests
{
    [Fact]
    public void The_public_surface_of_every_package_is_the_one_that_was_accepted() => Violation.None(
        House.Packable.SelectMany(project => Accepted.Differences(
            $"tests/GovID.Architecture.Tests/PublicApi/{project.Name}.txt",
            PublicSurface.Of(Assembly.Load(project.Name).GetExportedTypes()),
            "GOVID_ACCEPT_API")));

    [Fact]
    public void The_list_of_errors_is_the_one_the_code_generates() =>
        Violation.None(Accepted.Differences("docs/errors.md", ErrorDocument.Text(), "GOVID_ACCEPT_DOCS"));

    [Fact]
    public void The_list_of_errors_knows_every_package()
    {
        var codes = House.Packable.SelectMany(project => Assembly.Load(project.Name).GetExportedTypes())
            .Where(type => type.IsEnum && type.Name.EndsWith("ErrorCode", StringComparison.Ordinal));

        Violation.None(codes.Where(type => !Cli.Shell.ErrorAreas.All.ContainsKey(type))
            .Select(type => new Violation(type.FullName!, "errors", "is not in ErrorAreas of GovID.Cli")));
    }
}
