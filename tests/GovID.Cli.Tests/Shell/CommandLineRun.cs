using GovID.Cli.Shell;

namespace GovID.Cli.Tests.Shell;

/// <summary>What one command line wrote and how it ended.</summary>
internal sealed record CommandLineRun(int Exit, string Output, string Errors)
{
    /// <summary>Runs the product's own commands in this process.</summary>
    public static Task<CommandLineRun> Of(params string[] arguments) => Of(Program.Commands(), arguments);

    /// <summary>Runs the given commands in this process.</summary>
    public static async Task<CommandLineRun> Of(IReadOnlyList<CliCommand> commands, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await Entrance.RunAsync(arguments, commands, output, errors);
        return new CommandLineRun(exit, output.ToString(), errors.ToString());
    }
}
