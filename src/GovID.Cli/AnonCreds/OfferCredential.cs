using System.CommandLine;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.Cli.AnonCreds.Objects;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds offer</c>: an offer with a fresh nonce.</summary>
internal static class OfferCredential
{
    private static readonly Option<string> Definition = ObjectFile.Needed("--definition", "The file with the credential definition.");
    private static readonly Option<string> Id = ObjectFile.Needed("--definition-id", "The identifier of the credential definition.");
    private static readonly Option<string> Proof = ObjectFile.Needed("--proof", "The file with the key correctness proof.");
    private static readonly Option<string> Out = ObjectFile.Needed("--out", "The file for the offer.");

    public static CliCommand Create() => new CliCommand(
        "offer",
        "Offer a credential.",
        "govid anoncreds offer --definition definition.json --definition-id did:web:land.example/definitions/title --proof proof.json --out offer.json")
        .With(Definition, Id, Proof, Out, Repetition.Option)
        .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var definition = await call.ReadAsync(Definition, CredentialDefinition.Parse);
        var proof = await call.ReadAsync(Proof, KeyCorrectnessProof.Parse);
        var id = CredentialDefinitionId.Parse(call.Get(Id)!);
        var (offer, times) = Repetition.Run(call, () => Issuer.CreateOffer(definition.SchemaId, id, proof));
        await call.WriteAsync(Out, offer.ToUtf8Json());
        times.ReportFiles(call, call.Get(Out)!);
        return ExitCode.Done;
    }
}
