using System.CommandLine;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Revocation;
using GovID.Cli.AnonCreds.Objects;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds witness</c>: the revocation state of a held credential at a status list.</summary>
internal static class CreateWitness
{
    private static readonly Option<string> Credential = ObjectFile.Needed("--credential", "The file with the held credential.");
    private static readonly Option<string> Definition = ObjectFile.Needed("--definition", "The file with its credential definition.");
    private static readonly Option<string> Registry = ObjectFile.Needed("--registry", "The file with its registry definition.");
    private static readonly Option<string> Tails = ObjectFile.Needed("--tails", "The tails file of the registry.");
    private static readonly Option<string> StatusList = ObjectFile.Needed("--status-list", "The file with the status list.");
    private static readonly Option<string> State = ObjectFile.Optional("--state", "A state to bring up to date; needs --from-list.");
    private static readonly Option<string> FromList = ObjectFile.Optional("--from-list", "The file with the status list of that state.");
    private static readonly Option<string> Out = ObjectFile.Needed("--out", "The file for the revocation state.");

    public static CliCommand Create() => new CliCommand(
        "witness",
        "Compute the revocation state of a credential at a status list, from the tails or from an earlier state.",
        "govid anoncreds witness --credential held.json --definition definition.json --registry registry.json --tails tails --status-list list.json --out state.json")
        .With(Credential, Definition, Registry, Tails, StatusList, State, FromList, Out, Repetition.Option)
        .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var held = await call.ReadAsync(Credential, HeldCredential.Parse);
        var registry = await call.ReadAsync(Registry, RevocationRegistryDefinition.Parse);
        var definition = await call.ReadAsync(Definition, CredentialDefinition.Parse);
        var list = await call.ReadAsync(StatusList, RevocationStatusList.Parse);
        var state = await call.ReadOptionalAsync(State, RevocationState.Parse);
        var from = await call.ReadOptionalAsync(FromList, RevocationStatusList.Parse);
        if (state is null != from is null)
            throw new CliException(CliErrorCode.Usage, "Give --state and --from-list, or neither.", FromList.Name);
        TailsFile.Verify(call.Get(Tails)!, registry, call.Cancellation);
        using var tails = TailsFile.Open(call.Get(Tails)!, registry);
        var revocable = new RevocableCredential(held, definition, registry, tails);
        var (next, times) = Repetition.Run(call, () =>
            state is null ? Holder.CreateRevocationState(revocable, list) : Holder.UpdateRevocationState(revocable, state, from!, list));
        await call.WriteAsync(Out, next.ToUtf8Json());
        times.ReportFiles(call, call.Get(Out)!);
        return ExitCode.Done;
    }
}
