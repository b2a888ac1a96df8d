using System.Text.RegularExpressions;
using GovID.Architecture.Tests.Model;

namespace GovID.Architecture.Tests.Rules;

/// <summary>Words that may not stand in some places.</summary>
internal static partial class TextRule
{
    private const string AspNet = "Microsoft." + "AspNetCore";
    private const string Mediator = "Media" + "tR";
    private const string Shared = "../" + "shared";
    private static readonly string[] MediatorProjects = ["GovID.Verification", "GovID.Issuance"];

    /// <summary>ASP.NET belongs to Hosting and to what stands above it.</summary>
    public static IEnumerable<Violation> WebInLibraries(string path, string text, Tables.ProjectRow row) =>
        row.IsPackable ? Lines(path, text, line => line.Contains(AspNet, StringComparison.Ordinal), "libraries", $"{AspNet} is for Hosting and above") : [];

    public static IEnumerable<Violation> MediatorElsewhere(string path, string text, string project) =>
        MediatorProjects.Contains(project, StringComparer.Ordinal)
            ? []
            : Lines(path, text, line => line.Contains(Mediator, StringComparison.Ordinal), "mediator", $"{Mediator} is for Verification and Issuance");

    /// <summary>Shipping code and department data stand alone.</summary>
    public static IEnumerable<Violation> ReadsOutside(string path, string text) =>
        Lines(path, text, line => line.Contains(Shared, StringComparison.Ordinal), "outside", "names data beside the repository");

    public static IEnumerable<Violation> MachinePaths(string path, string text) =>
        Lines(path, text, line => MachinePath().IsMatch(line), "machine paths", "names a folder of one machine");

    public static IEnumerable<Violation> Undone(string path, string text) =>
        Lines(path, text, line => UndoneWork().IsMatch(line), "undone", "leaves work undone");

    public static IEnumerable<Violation> SwitchedOffTests(string path, string text) =>
        Lines(path, text, line => SwitchedOff().IsMatch(line), "skipped tests", "switches a test off");

    private static IEnumerable<Violation> Lines(string path, string text, Func<string, bool> isBad, string rule, string detail) => text.Split('\n')
        .Select((line, index) => (line, number: index + 1))
        .Where(one => isBad(one.line))
        .Select(one => new Violation($"{path}:{one.number}", rule, detail));

    [GeneratedRegex(@"(^|[^A-Za-z0-9_./\-])/(wor[k]|hom[e]|roo[t]|User[s])/|[A-Z]:\\User[s]")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"NotImplemente[d]Exception|\b(TOD[O]|FIXM[E]|HAC[K]|XX[X])\b(?!\s*\(#\d+\))")]
    private static partial Regex UndoneWork();

    [GeneratedRegex("Ski[p]\\s*=\\s*\"|Assert\\.Ski[p]\\(")]
    private static partial Regex SwitchedOff();
}
