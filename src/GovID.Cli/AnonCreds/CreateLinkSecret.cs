using System.CommandLine;
using System.Text;
using GovID.AnonCreds.Credentials;
using GovID.Cli.AnonCreds.Objects;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds link-secret</c>: what binds a holder's credentials together.</summary>
internal static class CreateLinkSecret
{
    private static readonly Option<string> Out = ObjectFile.Needed("--out", "The file for the link secret (mode 0600); it must not exist.");

    public static CliCommand Create() =>
        new CliCommand("link-secret", "Make a link secret.", "govid anoncreds link-secret --out link-secret.txt").With(Out).Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        using var secret = LinkSecret.Create();
        await call.WriteSecretAsync(Out, Encoding.UTF8.GetBytes(secret.Export()));
        call.Output.Answer($"Written: {call.Get(Out)}", json => json.WriteString("file", call.Get(Out)));
        return ExitCode.Done;
    }
}
