using System.CommandLine;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Schemas;
using GovID.Cli.AnonCreds.Objects;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds creddef</c>: the keys of a credential definition.</summary>
internal static class CreateDefinition
{
    private static readonly Option<string> SchemaFile = ObjectFile.Needed("--schema", "The file with the schema.");
    private static readonly Option<string> Id = ObjectFile.Needed("--schema-id", "The identifier of the schema.");
    private static readonly Option<string> Issuer = ObjectFile.Optional("--issuer-id", "The issuer; without it that of the schema.");
    private static readonly Option<string> Tag = new("--tag") { Description = "Tells definitions of one schema apart.", DefaultValueFactory = _ => "default" };
    private static readonly Option<bool> Revocable = new("--revocable") { Description = "Credentials can be revoked." };
    private static readonly Option<string> Out = ObjectFile.Needed("--out", "The file for the credential definition.");
    private static readonly Option<string> PrivateOut = ObjectFile.Needed("--private-out", "The file for its private key (mode 0600); it must not exist.");
    private static readonly Option<string> ProofOut = ObjectFile.Needed("--proof-out", "The file for the key correctness proof.");

    public static CliCommand Create() => new CliCommand(
        "creddef",
        "Make the keys of a credential definition; takes a second or a few.",
        "govid anoncreds creddef --schema schema.json --schema-id did:web:land.example/schemas/title/1 --out definition.json --private-out private.json --proof-out proof.json")
        .With(SchemaFile, Id, Issuer, Tag, Revocable, Out, PrivateOut, ProofOut, Repetition.Option)
        .Handles(RunAsync);

    /// <summary>The keys take seconds to make and cannot be made again: one file must not overwrite another.</summary>
    private static void RequireThreeFiles(Invocation call)
    {
        var paths = new[] { Out, PrivateOut, ProofOut }.Select(option => Path.GetFullPath(call.Get(option)!)).ToHashSet(StringComparer.Ordinal);
        if (paths.Count < 3)
            throw new CliException(CliErrorCode.Usage, "Definition, private key and proof go into three different files.", "--private-out");
    }

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        RequireThreeFiles(call);
        var schema = await call.ReadAsync(SchemaFile, Schema.Parse);
        var id = SchemaId.Parse(call.Get(Id)!);
        var issuer = call.Get(Issuer) is { } text ? IssuerId.Parse(text) : schema.IssuerId;
        var options = new DefinitionOptions { Tag = call.Get(Tag)!, SupportRevocation = call.Get(Revocable) };
        var (created, times) = Repetition.Run(call, () => GovID.AnonCreds.Issuer.CreateDefinition(id, schema, issuer, options, call.Cancellation));
        using var secret = created.Private;
        await call.WriteSecretAsync(PrivateOut, secret.ExportUtf8Json());
        await call.WriteAsync(Out, created.Definition.ToUtf8Json());
        await call.WriteAsync(ProofOut, created.KeyCorrectnessProof.ToUtf8Json());
        times.ReportFiles(call, call.Get(Out)!, call.Get(PrivateOut)!, call.Get(ProofOut)!);
        return ExitCode.Done;
    }
}
