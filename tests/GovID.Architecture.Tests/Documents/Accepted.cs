using GovID.Architecture.Tests.Model;

namespace GovID.Architecture.Tests.Documents;

/// <summary>A checked-in text that must equal what the code generates.</summary>
/// <remarks>
/// <c>GOVID_ACCEPT_API=1</c> rewrites the snapshots of the public surface, <c>GOVID_ACCEPT_DOCS=1</c> rewrites
/// <c>docs/errors.md</c>; whoever commits the result has read the difference.
/// </remarks>
internal static class Accepted
{
    public static IEnumerable<Violation> Differences(string path, string generated, string acceptVariable)
    {
        var file = Path.Combine(House.Root, path);
        if (Environment.GetEnvironmentVariable(acceptVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, generated);
        }

        return Compare(path, File.Exists(file) ? File.ReadAllText(file) : "", generated, acceptVariable);
    }

    public static IEnumerable<Violation> Compare(string path, string kept, string generated, string acceptVariable)
    {
        var before = kept.Split('\n').ToHashSet(StringComparer.Ordinal);
        var now = generated.Split('\n').ToHashSet(StringComparer.Ordinal);
        var rule = $"run the tests once with {acceptVariable}=1 and commit what you meant";
        foreach (var line in now.Except(before, StringComparer.Ordinal))
            yield return new(path, rule, "+ " + line.Trim());
        foreach (var line in before.Except(now, StringComparer.Ordinal))
            yield return new(path, rule, "- " + line.Trim());
        if (before.SetEquals(now) && kept != generated)
            yield return new(path, rule, "the lines stand in another order");
    }
}
