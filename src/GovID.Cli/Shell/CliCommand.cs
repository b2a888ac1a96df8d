using System.CommandLine;

namespace GovID.Cli.Shell;

/// <summary>A command with the example that its help shows.</summary>
internal sealed class CliCommand(string name, string description, string example) : Command(name, description)
{
    private Func<Invocation, Task<ExitCode>>? _handler;

    /// <summary>A line that works when it is typed.</summary>
    public string Example { get; } = example;

    /// <summary>True for the few commands whose environment is Development unless <c>GOVID_ENVIRONMENT</c> says otherwise.</summary>
    public bool DevelopsByDefault { get; init; }

    /// <summary>A command that only groups others.</summary>
    public static CliCommand Group(string name, string description, string example, params ReadOnlySpan<CliCommand> commands)
    {
        var group = new CliCommand(name, description, example);
        foreach (var command in commands)
            group.Add(command);
        return group;
    }

    /// <summary>Adds arguments and options in the order of the help.</summary>
    public CliCommand With(params ReadOnlySpan<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                Add(argument);
            else
                Add((Option)symbol);
        }

        return this;
    }

    /// <summary>Says what the command does.</summary>
    public CliCommand Handles(Func<Invocation, Task<ExitCode>> handler)
    {
        _handler = handler;
        SetAction((_, _) => Task.CompletedTask); // marks it as complete for the parser; Entrance calls the handler
        return this;
    }

    /// <summary>Says what the command does, where nothing is waited for.</summary>
    public CliCommand Handles(Func<Invocation, ExitCode> handler) => Handles(call => Task.FromResult(handler(call)));

    /// <summary>Runs it.</summary>
    internal Task<ExitCode> InvokeAsync(Invocation call) =>
        _handler is null ? Task.FromResult(ExitCode.Usage) : _handler(call);
}
