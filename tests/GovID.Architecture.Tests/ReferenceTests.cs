using GovID.Architecture.Tests.Model;
using GovID.Architecture.Tests.Rules;
using GovID.Architecture.Tests.Tables;

namespace GovID.Architecture.Tests;

public sealed class ReferenceTests
{
    private static IEnumerable<ProjectFile> Shipped => House.Projects.Where(one => one.Path.StartsWith("src/", StringComparison.Ordinal));

    [Fact]
    public void Projects_reference_what_the_table_allows() => Violation.None(Shipped.SelectMany(ReferenceRule.References));

    [Fact]
    public void Packages_belong_to_their_layer() => Violation.None(Shipped.SelectMany(ReferenceRule.Packages));

    [Fact]
    public void References_point_to_lower_layers() => Violation.None(ReferenceRule.Layers(ProjectTable.Rows));

    [Fact]
    public void Transitive_references_are_off() =>
        House.TextOf("Directory.Build.props").ShouldContain("<DisableTransitiveProjectReferences>true</DisableTransitiveProjectReferences>");

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = House.TextOf("GovID.sln").Replace('\\', '/');

        Violation.None(House.Projects.Where(one => !solution.Contains(one.Path, StringComparison.Ordinal))
            .Select(one => new Violation(one.Path, "solution", "is not in GovID.sln")));
    }

    [Fact]
    public void Bites_a_reference_upwards() => Bad.Bites(
        ReferenceRule.References(Bad.Project("GovID.Cryptography", """<ProjectReference Include="..\GovID.Ledger\GovID.Ledger.csproj" />""")),
        "GovID.Ledger is not among");

    [Fact]
    public void Bites_a_project_that_is_not_in_the_table() =>
        Bad.Bites(ReferenceRule.References(Bad.Project("GovID.Common")), "not in the table");

    [Theory]
    [InlineData("GovID.Ledger", """<PackageReference Include="Spectre.Console" />""")]
    [InlineData("GovID.Dids", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""")]
    [InlineData("GovID.Agent", """<PackageReference Include="MediatR" />""")]
    public void Bites_a_package_of_another_layer(string project, string element) =>
        Bad.Bites(ReferenceRule.Packages(Bad.Project(project, element)), "not allowed in layer");

    [Theory]
    [InlineData("GovID.Ledger", """<PackageReference Include="Microsoft.Extensions.Logging.Abstractions" />""")]
    [InlineData("GovID.Issuance", """<PackageReference Include="MediatR" />""")]
    [InlineData("GovID.Cli", """<PackageReference Include="YamlDotNet" />""")]
    public void Lets_the_layers_packages_pass(string project, string element) =>
        ReferenceRule.Packages(Bad.Project(project, element)).ShouldBeEmpty();

    [Fact]
    public void Bites_a_table_whose_layers_cross() => Bad.Bites(
        ReferenceRule.Layers([new(1, "GovID.A", ["GovID.B"], []), new(1, "GovID.B", [], [])]),
        "does not stand in a lower layer");
}
