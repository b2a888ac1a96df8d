using System.CommandLine;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.Cli.AnonCreds.Objects;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds request</c>: the holder's answer to an offer.</summary>
internal static class RequestCredential
{
    private static readonly Option<string> Offer = ObjectFile.Needed("--offer", "The file with the offer.");
    private static readonly Option<string> Definition = ObjectFile.Needed("--definition", "The file with the credential definition that it names.");
    private static readonly Option<string> Name = new("--link-secret-name") { Description = "The name that the metadata gives the link secret.", DefaultValueFactory = _ => "default" };
    private static readonly Option<string> Entropy = ObjectFile.Optional("--entropy", "Text for the credential context; without it and --prover-did it is drawn.");
    private static readonly Option<string> ProverDid = ObjectFile.Optional("--prover-did", "The holder's DID for the credential context, as older issuers expect.");
    private static readonly Option<string> Out = ObjectFile.Needed("--out", "The file for the request.");
    private static readonly Option<string> MetadataOut = ObjectFile.Needed("--metadata-out", "The file for what the holder keeps (mode 0600).");

    public static CliCommand Create() => new CliCommand(
        "request",
        "Answer an offer.",
        "govid anoncreds request --offer offer.json --definition definition.json --link-secret link-secret.txt --out request.json --metadata-out metadata.json")
        .With(Offer, Definition, LinkSecretFile.Option, Name, Entropy, ProverDid, Out, MetadataOut, Repetition.Option)
        .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var offer = await call.ReadAsync(Offer, CredentialOffer.Parse);
        var definition = await call.ReadAsync(Definition, CredentialDefinition.Parse);
        using var secret = await call.ReadAsync(LinkSecretFile.Option, LinkSecretFile.Read);
        var context = Context(call);
        var holder = new Holder();
        var (created, times) = Repetition.Run(call, () => holder.CreateRequest(offer, definition, secret, call.Get(Name)!, context));
        using var metadata = created.Metadata;
        await call.WriteAsync(Out, created.Request.ToUtf8Json());
        await call.WriteSecretAsync(MetadataOut, metadata.ExportUtf8Json(), isKey: false);
        times.ReportFiles(call, call.Get(Out)!, call.Get(MetadataOut)!);
        return ExitCode.Done;
    }

    private static RequestContext Context(Invocation call) => (call.Get(Entropy), call.Get(ProverDid)) switch
    {
        (null, null) => RequestContext.Create(),
        ({ } entropy, null) => RequestContext.OfEntropy(entropy),
        (null, { } did) => RequestContext.OfProverDid(did),
        _ => throw new CliException(CliErrorCode.Usage, "Give --entropy or --prover-did, not both.", ProverDid.Name),
    };
}
