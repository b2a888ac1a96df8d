using System.CommandLine;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Revocation;
using GovID.Cli.AnonCreds.Objects;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds revreg</c>: a revocation registry, its tails file and its first status list.</summary>
internal static class CreateRegistry
{
    private static readonly Option<string> Definition = ObjectFile.Needed("--definition", "The file with the credential definition.");
    private static readonly Option<string> DefinitionId = ObjectFile.Needed("--definition-id", "The identifier of the credential definition.");
    private static readonly Option<string> Id = ObjectFile.Needed("--registry-id", "The identifier of the registry.");
    private static readonly Option<string> Tag = new("--tag") { Description = "Tells registries of one definition apart.", DefaultValueFactory = _ => "default" };
    private static readonly Option<int> Size = new("--size") { Description = "One more than the credentials it can hold.", Required = true };
    private static readonly Option<ulong> Time = new("--time") { Description = "The time of the first status list, in seconds since 1970.", Required = true };
    private static readonly Option<string> Tails = ObjectFile.Needed("--tails-out", "The tails file.");
    private static readonly Option<string> Out = ObjectFile.Needed("--out", "The file for the registry definition.");
    private static readonly Option<string> PrivateOut = ObjectFile.Needed("--private-out", "The file for its private key (mode 0600); it must not exist.");
    private static readonly Option<string> ListOut = ObjectFile.Needed("--status-list-out", "The file for the first status list.");

    public static CliCommand Create() => new CliCommand(
        "revreg",
        "Make a revocation registry.",
        "govid anoncreds revreg --definition definition.json --definition-id did:web:land.example/definitions/title --registry-id did:web:land.example/registries/1 --size 1000 --time 1793491200 --tails-out tails --out registry.json --private-out registry-private.json --status-list-out list.json")
        .With(Definition, DefinitionId, Id, Tag, Size, Time, Tails, Out, PrivateOut, ListOut, Repetition.Option)
        .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var definition = await call.ReadAsync(Definition, CredentialDefinition.Parse);
        var id = CredentialDefinitionId.Parse(call.Get(DefinitionId)!);
        var options = new RegistryOptions
        {
            Id = RevocationRegistryId.Parse(call.Get(Id)!),
            MaximumCredentials = call.Get(Size),
            TailsPath = call.Get(Tails)!,
            Timestamp = call.Get(Time),
            Tag = call.Get(Tag)!,
        };
        var (created, times) = Repetition.Run(call, () => Issuer.CreateRegistry(id, definition, options, call.Cancellation));
        using var secret = created.Private;
        await call.WriteSecretAsync(PrivateOut, secret.ExportUtf8Json());
        await call.WriteAsync(Out, created.Definition.ToUtf8Json());
        await call.WriteAsync(ListOut, created.StatusList.ToUtf8Json());
        times.ReportFiles(call, call.Get(Out)!, call.Get(PrivateOut)!, call.Get(ListOut)!, call.Get(Tails)!);
        return ExitCode.Done;
    }
}
