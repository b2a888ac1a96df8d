using GovID.Architecture.Tests.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovID.Architecture.Tests.Rules;

/// <summary>House style 4 and 7: the ledger is pure outside two folders, and deterministic where it applies transactions.</summary>
internal static class LedgerRule
{
    private const string Project = "src/GovID.Ledger/";
    private static readonly string[] FoldersWithIo = [Project + "Transport/", Project + "CatchUp/"];
    private static readonly string[] DeterministicFolders = [Project + "Transactions/", Project + "State/"];

    private static readonly HashSet<string> Io = new(StringComparer.Ordinal)
    {
        "File", "Directory", "FileInfo", "DirectoryInfo", "FileStream", "StreamReader", "StreamWriter", "Socket", "TcpClient",
        "TcpListener", "UdpClient", "Dns", "HttpClient", "Process", "Console", "Environment", "LibraryImport", "DllImport", "Thread",
        "Timer", "AppContext",
    };

    private static readonly HashSet<string> Undetermined = new(StringComparer.Ordinal)
    {
        "TimeProvider", "Stopwatch", "Random", "RandomBytes", "RandomNumberGenerator", "Guid", "Parallel", "CurrentCulture",
        "CurrentUICulture", "Task", "UtcNow", "Now",
    };

    public static IEnumerable<Violation> Pure(SourceFile file) =>
        file.Path.StartsWith(Project, StringComparison.Ordinal) && !IsIn(file, FoldersWithIo)
            ? Uses(file, Io, "ledger is pure", "does I/O outside Transport/ and CatchUp/")
            : [];

    public static IEnumerable<Violation> Deterministic(SourceFile file) =>
        IsIn(file, DeterministicFolders) ? Uses(file, Undetermined, "ledger is deterministic", "may differ from node to node") : [];

    private static bool IsIn(SourceFile file, string[] folders) =>
        Array.Exists(folders, folder => file.Path.StartsWith(folder, StringComparison.Ordinal));

    private static IEnumerable<Violation> Uses(SourceFile file, HashSet<string> names, string rule, string detail) => file
        .All<SimpleNameSyntax>()
        .Where(name => names.Contains(name.Identifier.Text) && IsUse(name))
        .Select(name => new Violation(file.At(name), rule, $"{name.Identifier.Text} {detail}"));

    /// <summary>A type that is named or the target of a member access; not a member of our own that happens to be called so.</summary>
    private static bool IsUse(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name || name.Identifier.Text is "UtcNow" or "Now" or "CurrentCulture" or "CurrentUICulture",
        NameColonSyntax or NameEqualsSyntax => false,
        ArgumentSyntax or AssignmentExpressionSyntax => false,
        _ => true,
    };
}
