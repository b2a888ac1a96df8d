using GovID.Architecture.Tests.Model;
using GovID.Architecture.Tests.Tables;

namespace GovID.Architecture.Tests.Rules;

/// <summary>House style 4: project references and packages by layer.</summary>
internal static class ReferenceRule
{
    public static IEnumerable<Violation> References(ProjectFile project)
    {
        if (ProjectTable.Find(project.Name) is not { } row)
        {
            yield return new(project.Path, "projects", $"{project.Name} is not in the table of house style 4");
            yield break;
        }

        foreach (var reference in project.Projects.Where(one => !row.MayReference.Contains(one, StringComparer.Ordinal)))
            yield return new(project.Path, "references", $"{reference} is not among what {row.Name} may reference: {string.Join(", ", row.MayReference)}");
    }

    public static IEnumerable<Violation> Packages(ProjectFile project)
    {
        var row = ProjectTable.Find(project.Name);
        foreach (var package in project.Packages.Concat(project.Frameworks))
        {
            if (row is null || !IsAllowed(row, package))
                yield return new(project.Path, "packages", $"{package} is not allowed in layer {row?.Layer}");
        }
    }

    /// <summary>The table itself: a reference points to a smaller layer number.</summary>
    public static IEnumerable<Violation> Layers(IReadOnlyList<ProjectRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var reference in row.MayReference)
            {
                var other = rows.FirstOrDefault(one => one.Name == reference);
                if (other is null || other.Layer >= row.Layer)
                    yield return new(row.Name, "layers", $"{reference} does not stand in a lower layer than {row.Layer}");
            }
        }
    }

    private static bool IsAllowed(ProjectRow row, string package) =>
        row.Packages.Contains(package, StringComparer.Ordinal)
        || ProjectTable.LayerPackages.Any(one => one.FromLayer <= row.Layer && Matches(one.Package, package));

    private static bool Matches(string pattern, string package)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? pattern == package
            : package.StartsWith(pattern[..star], StringComparison.Ordinal) && package.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal);
    }
}
