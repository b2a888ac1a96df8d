using GovID.Hosting;
using System.CommandLine;

namespace GovID.Cli.Shell;

/// <summary>One call of a command: what was typed, where the answer goes, and when to stop.</summary>
internal sealed record Invocation(ParseResult Line, Output Output, HostingEnvironment Environment, CancellationToken Cancellation)
{
    /// <summary>True where the answer is for a script.</summary>
    public bool Json => Output.IsJson;

    /// <summary>The value of an argument that the parser demands.</summary>
    public T Get<T>(Argument<T> argument) => Line.GetRequiredValue(argument);

    /// <summary>The value of an option, or null or its default where it was not given.</summary>
    public T? Get<T>(Option<T> option) => Line.GetValue(option);
}
