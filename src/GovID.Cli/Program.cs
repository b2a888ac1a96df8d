using GovID.Cli.AnonCreds;
using GovID.Cli.Did;
using GovID.Cli.Genesis;
using GovID.Cli.Key;
using GovID.Cli.Shell;
using GovID.Cli.Up;

namespace GovID.Cli;

/// <summary>The one entrance of the product.</summary>
/// <remarks>
/// To add a command: one file of at most 60 lines in the folder of its group (<c>Genesis/CheckGenesis.cs</c>), a static class
/// with <c>internal static Command Create()</c> that makes a <see cref="CliCommand"/> (name, one sentence, example), adds its
/// arguments and options and says <c>Handles(Run)</c>; <c>Run</c> takes an <see cref="Invocation"/> and returns an
/// <see cref="ExitCode"/>. A group is <c>CliCommand.Group(name, sentence, example, commands...)</c>, listed below and in the
/// help of the script <c>govid</c>. Refusals are a <see cref="CliException"/> or a library's own exception: <see cref="Failure"/>
/// gives each its code, its exit code and its words.
/// </remarks>
internal static class Program
{
    private static Task<int> Main(string[] args) => Entrance.RunAsync(args, Commands(), Console.Out, Console.Error);

    /// <summary>Every command, in the order of the help.</summary>
    internal static IReadOnlyList<CliCommand> Commands() =>
        [UpCommand.Create(), GenesisCommands.Create(), DidCommands.Create(), KeyCommands.Create(), AnonCredsCommands.Create()];
}
