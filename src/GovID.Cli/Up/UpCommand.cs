using GovID.Cli.Shell;

namespace GovID.Cli.Up;

/// <summary><c>govid up</c>: everything that exists, in one process.</summary>
internal static class UpCommand
{
    public static CliCommand Create() =>
        new CliCommand("up", "Start everything that exists in one process and say what is not there yet.", "govid up --data ./data")
        {
            DevelopsByDefault = true,
        }.Handles(Run);

    private static ExitCode Run(Invocation call)
    {
        call.Output.Line("Nothing to start yet.");
        return ExitCode.Done;
    }
}
