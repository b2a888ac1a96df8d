using GovID.Architecture.Tests.Model;

namespace GovID.Architecture.Tests.Documents;

/// <summary>House style 12: the README of a packable project.</summary>
internal static class ReadmeRule
{
    private const int ExampleLimit = 15;

    /// <summary>The first code block stands, line for line, in a snippet region of the project's tests.</summary>
    public static IEnumerable<Violation> Example(string path, string readme, IEnumerable<SourceFile> tests)
    {
        var example = FirstBlock(readme);
        if (example.Count == 0)
            yield return new(path, "readme", "has no C# example");
        else if (example.Count > ExampleLimit)
            yield return new(path, "readme", $"its example has {example.Count} lines, limit {ExampleLimit}");
        else if (!tests.SelectMany(Regions).Any(region => region.SequenceEqual(example, StringComparer.Ordinal)))
            yield return new(path, "readme", "its first code block is not a snippet region of the project's tests");
    }

    /// <summary>A coverage table with its two signs, errors, security notes and dated decisions.</summary>
    public static IEnumerable<Violation> Sections(string path, string readme)
    {
        foreach (var (sign, what) in new[] { ("✅", "a coverage table"), ("rror", "error codes"), ("ecurity", "security notes"), ("2026-", "dated decisions") })
        {
            if (!readme.Contains(sign, StringComparison.Ordinal))
                yield return new(path, "readme", $"lacks {what}");
        }
    }

    private static IReadOnlyList<string> FirstBlock(string readme) => [.. readme.Split('\n')
        .SkipWhile(line => !line.StartsWith("```csharp", StringComparison.Ordinal)).Skip(1)
        .TakeWhile(line => !line.StartsWith("```", StringComparison.Ordinal)).Select(line => line.TrimEnd())];

    private static IEnumerable<IReadOnlyList<string>> Regions(SourceFile file)
    {
        List<string>? region = null;
        foreach (var line in file.Text.Split('\n'))
        {
            if (line.TrimStart().StartsWith("#region", StringComparison.Ordinal))
            {
                region = [];
            }
            else if (line.TrimStart().StartsWith("#endregion", StringComparison.Ordinal))
            {
                yield return Dedented(region ?? []);
                region = null;
            }
            else
            {
                region?.Add(line.TrimEnd());
            }
        }
    }

    /// <summary>Without the indentation that all lines share.</summary>
    private static List<string> Dedented(List<string> lines)
    {
        var margin = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return [.. lines.Select(line => line.Length >= margin ? line[margin..] : line)];
    }
}
