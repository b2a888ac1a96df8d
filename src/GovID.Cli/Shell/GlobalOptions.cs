using System.CommandLine;

namespace GovID.Cli.Shell;

/// <summary>The options of every command.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Write for scripts: JSON on standard output, errors as JSON on standard error.",
        Recursive = true,
    };

    public static Option<string> Log { get; } = new Option<string>("--log")
    {
        Description = "How log lines on standard error look: text for people, json for machines.",
        Recursive = true,
        DefaultValueFactory = _ => "json",
    }.AcceptOnlyFromAmong("text", "json");
}
