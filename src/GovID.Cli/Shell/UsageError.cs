using System.CommandLine;
using System.CommandLine.Parsing;

namespace GovID.Cli.Shell;

/// <summary>Says what is wrong with a command line and what was probably meant.</summary>
internal static class UsageError
{
    private const int FarthestGuess = 3;

    /// <summary>One sentence for each error, then what to type.</summary>
    public static string Describe(ParseResult line)
    {
        var command = line.CommandResult.Command;
        var path = Path(line);
        if (Unknown(line) is { } token)
        {
            var kind = token.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
            var guess = Nearest(token, Names(command)) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            return $"'{path}' has no {kind} '{token}'.{guess} See: {path} --help";
        }

        if (command.Subcommands.Count > 0)
            return $"'{path}' needs one of its commands: {string.Join(", ", command.Subcommands.Select(one => one.Name))}. See: {path} --help";
        return line.Errors.Count > 0
            ? $"{string.Join(" ", line.Errors.Select(error => error.Message))} See: {path} --help"
            : $"'{Empty(line)}' must not be empty. See: {path} --help";
    }

    /// <summary>The word that is wrong, or the option or argument whose value is, where there is one.</summary>
    public static string? Field(ParseResult line) =>
        Unknown(line) ?? line.Errors.Select(error => Name(error.SymbolResult)).FirstOrDefault(name => name is not null) ?? Empty(line);

    /// <summary>The first option or argument that was given an empty text, which names no file, DID or address; null where there is none.</summary>
    public static string? Empty(ParseResult line) =>
        line.CommandResult.Children.Where(one => one.Tokens.Any(token => token.Value.Length == 0)).Select(Name).FirstOrDefault();

    /// <summary>The name with the fewest changed letters, or null where none is near.</summary>
    internal static string? Nearest(string typed, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: Distance(typed, name)))
        .Where(one => one.Distance <= Math.Min(FarthestGuess, one.Name.Length / 2 + 1))
        .OrderBy(one => one.Distance)
        .ThenBy(one => one.Name, StringComparer.Ordinal)
        .Select(one => one.Name)
        .FirstOrDefault();

    private static string? Unknown(ParseResult line) => line.UnmatchedTokens.Count > 0 ? line.UnmatchedTokens[0] : null;

    private static string? Name(SymbolResult? symbol) => symbol switch
    {
        OptionResult option => option.Option.Name,
        ArgumentResult { Parent: OptionResult option } => option.Option.Name,
        ArgumentResult argument => argument.Argument.Name,
        _ => null,
    };

    private static string Path(ParseResult line)
    {
        var names = new Stack<string>();
        for (SymbolResult? step = line.CommandResult; step is CommandResult { Command: var command }; step = step.Parent)
            names.Push(command is RootCommand ? "govid" : command.Name);
        return string.Join(' ', names);
    }

    private static IEnumerable<string> Names(Command command) => command.Subcommands.Select(one => one.Name)
        .Concat(command.Options.Select(one => one.Name))
        .Append(GlobalOptions.Json.Name)
        .Append(GlobalOptions.Log.Name);

    /// <summary>Levenshtein's distance, row by row.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                var change = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
