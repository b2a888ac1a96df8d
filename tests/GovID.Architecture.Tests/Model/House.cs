using GovID.TestKit;

namespace GovID.Architecture.Tests.Model;

/// <summary>The repository as its files.</summary>
internal static class House
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "artifacts", "TestResults", ".git", ".vs", ".idea"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> LazySources = new(() => Read("src").Concat(Read("tests")).ToList());

    public static string Root => SharedData.Repository;

    /// <summary>Every C# file under src/ and tests/.</summary>
    public static IReadOnlyList<SourceFile> Sources => LazySources.Value;

    /// <summary>The C# files that ship.</summary>
    public static IEnumerable<SourceFile> Shipped => Sources.Where(file => file.IsShipped);

    /// <summary>Every project file under src/ and tests/.</summary>
    public static IReadOnlyList<ProjectFile> Projects { get; } =
        [.. Files("src").Concat(Files("tests")).Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).Select(path => new ProjectFile(path, TextOf(path)))];

    /// <summary>The projects that strangers may adopt alone.</summary>
    public static IEnumerable<ProjectFile> Packable => Projects
        .Where(one => one.Path.StartsWith("src/", StringComparison.Ordinal) && Tables.ProjectTable.Find(one.Name) is { IsPackable: true });

    public static string TextOf(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>All files below a folder, by their path from the root; what is built or downloaded is left out.</summary>
    public static IEnumerable<string> Files(string folder)
    {
        var start = new DirectoryInfo(Path.Combine(Root, folder));
        return start.Exists ? Below(start).Select(file => Path.GetRelativePath(Root, file.FullName)) : [];
    }

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(one => !NotOurs.Contains(one.Name, StringComparer.Ordinal)).SelectMany(Below));

    private static IEnumerable<SourceFile> Read(string folder) => Files(folder)
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
        .Select(path => new SourceFile(path, TextOf(path)));
}
