using System.CommandLine;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.Cli.AnonCreds.Objects;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds issue</c>: the signed credential for a request.</summary>
internal static class IssueCredential
{
    private static readonly Option<string> Definition = ObjectFile.Needed("--definition", "The file with the credential definition.");
    private static readonly Option<string> Private = ObjectFile.Needed("--private", "The file with its private key.");
    private static readonly Option<string> Offer = ObjectFile.Needed("--offer", "The file with the offer.");
    private static readonly Option<string> Request = ObjectFile.Needed("--request", "The file with the request.");
    private static readonly Option<string> Values = ObjectFile.Needed("--values", "The file with the values: a JSON object from attribute names to texts.");
    private static readonly Option<string> Out = ObjectFile.Needed("--out", "The file for the credential.");

    public static CliCommand Create() => new CliCommand(
        "issue",
        "Issue a credential; with --registry and its companions one that can be revoked. This command does not remember which places were used.",
        "govid anoncreds issue --definition definition.json --private private.json --offer offer.json --request request.json --values values.json --out credential.json")
        .With(Definition, Private, Offer, Request, Values, Out, Repetition.Option)
        .With(RegistryPlace.Options)
        .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        using var secret = await call.ReadAsync(Private, CredentialDefinitionPrivate.Parse);
        var input = new CredentialToIssue
        {
            Definition = await call.ReadAsync(Definition, CredentialDefinition.Parse),
            Private = secret,
            Offer = await call.ReadAsync(Offer, CredentialOffer.Parse),
            Request = await call.ReadAsync(Request, CredentialRequest.Parse),
            Values = await call.ReadAsync(Values, ObjectMap.Texts),
        };
        using var place = await RegistryPlace.ReadAsync(call);
        var issuer = new Issuer();
        var (credential, times) = Repetition.Run(call, () => issuer.Issue(input with { Revocation = place?.Reserve() }));
        await call.WriteAsync(Out, credential.ToUtf8Json());
        times.ReportFiles(call, call.Get(Out)!);
        return ExitCode.Done;
    }
}
