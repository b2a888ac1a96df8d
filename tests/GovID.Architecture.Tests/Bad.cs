using GovID.Architecture.Tests.Model;

namespace GovID.Architecture.Tests;

/// <summary>Small samples that break a rule: a rule that finds nothing in them does not bite.</summary>
internal static class Bad
{
    public static SourceFile Source(string text, string path = "src/GovID.Ledger/Sample.cs") => new(path, text);

    public static ProjectFile Project(string name, params string[] elements) =>
        new($"src/{name}/{name}.csproj", $"<Project><ItemGroup>{string.Concat(elements)}</ItemGroup></Project>");

    public static string Lines(int count, string line = "x();") => string.Join('\n', Enumerable.Repeat(line, count));

    public static void Bites(IEnumerable<Violation> violations, string words) =>
        violations.ShouldContain(one => one.ToString().Contains(words, StringComparison.Ordinal));
}
