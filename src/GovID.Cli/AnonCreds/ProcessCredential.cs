using System.CommandLine;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Revocation;
using GovID.Cli.AnonCreds.Objects;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds process</c>: checks a received credential and completes its signature.</summary>
internal static class ProcessCredential
{
    private static readonly Option<string> Credential = ObjectFile.Needed("--credential", "The file with the credential as issued.");
    private static readonly Option<string> Metadata = ObjectFile.Needed("--metadata", "The file with what the holder kept.");
    private static readonly Option<string> Definition = ObjectFile.Needed("--definition", "The file with the credential definition.");
    private static readonly Option<string> Registry = ObjectFile.Optional("--registry", "The file with the registry definition, for a credential that can be revoked.");
    private static readonly Option<string> Request = ObjectFile.Optional("--request", "The file with the request; the credential context is then checked too.");
    private static readonly Option<string> Out = ObjectFile.Needed("--out", "The file for the credential to hold.");

    public static CliCommand Create() => new CliCommand(
        "process",
        "Check a received credential and complete it.",
        "govid anoncreds process --credential credential.json --metadata metadata.json --link-secret link-secret.txt --definition definition.json --out held.json")
        .With(Credential, Metadata, LinkSecretFile.Option, Definition, Registry, Request, Out, Repetition.Option)
        .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        using var metadata = await call.ReadAsync(Metadata, CredentialRequestMetadata.Parse);
        using var secret = await call.ReadAsync(LinkSecretFile.Option, LinkSecretFile.Read);
        var received = new ReceivedCredential
        {
            Credential = await call.ReadAsync(Credential, IssuedCredential.Parse),
            Metadata = metadata,
            LinkSecret = secret,
            Definition = await call.ReadAsync(Definition, CredentialDefinition.Parse),
            Registry = await call.ReadOptionalAsync(Registry, RevocationRegistryDefinition.Parse),
            Request = await call.ReadOptionalAsync(Request, CredentialRequest.Parse),
        };
        var holder = new Holder();
        var (held, times) = Repetition.Run(call, () => holder.Process(received));
        await call.WriteAsync(Out, held.ToUtf8Json());
        times.ReportFiles(call, call.Get(Out)!);
        return ExitCode.Done;
    }
}
