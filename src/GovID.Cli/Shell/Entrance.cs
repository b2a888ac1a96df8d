using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;
using GovID.Hosting;

namespace GovID.Cli.Shell;

/// <summary>Reads the command line, runs one command and turns what happened into an exit code.</summary>
internal static class Entrance
{
    /// <summary>Runs one command line to its end.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, IReadOnlyList<CliCommand> commands, TextWriter output, TextWriter errors)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        var line = Root(commands).Parse(arguments);
        var json = line.GetResult(GlobalOptions.Json) is { Implicit: false } || arguments.Contains(GlobalOptions.Json.Name);
        try
        {
            return (int)await RunAsync(line, new Output(output, json), errors, stop.Token);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            var failure = Failure.Of(error);
            failure.WriteTo(errors, json);
            return (int)failure.Exit;
        }

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested; // the second signal ends a command that does not listen
            stop.Cancel();
        }
    }

    /// <summary>The whole tree of commands.</summary>
    internal static RootCommand Root(IReadOnlyList<CliCommand> commands)
    {
        var root = new RootCommand("GovID - digital identity for governments") { GlobalOptions.Json, GlobalOptions.Log };
        foreach (var command in commands)
            root.Add(command);
        return root;
    }

    private static async Task<ExitCode> RunAsync(ParseResult line, Output output, TextWriter errors, CancellationToken cancellationToken)
    {
        var command = line.CommandResult.Command as CliCommand;
        if (line.Action is { ClearsParseErrors: true })
            return await ShowAsync(line, command, output, errors, cancellationToken);
        if (line.Errors.Count > 0 || command is null || UsageError.Empty(line) is not null)
            throw new CliException(CliErrorCode.Usage, UsageError.Describe(line), UsageError.Field(line));

        var environment = HostingEnvironment.FromVariables(command.DevelopsByDefault);
        return await command.InvokeAsync(new Invocation(line, output, environment, cancellationToken));
    }

    /// <summary>Help and version: the parser's own texts, and the example below them.</summary>
    private static async Task<ExitCode> ShowAsync(
        ParseResult line, CliCommand? command, Output output, TextWriter errors, CancellationToken cancellationToken)
    {
        var text = new StringWriter();
        await line.InvokeAsync(new InvocationConfiguration { Output = text, Error = errors }, cancellationToken);
        output.Document(text.ToString().TrimEnd());
        if (line.Action is HelpAction && command is not null)
            output.Document($"\nExample:\n  {command.Example}");
        return ExitCode.Done;
    }
}
