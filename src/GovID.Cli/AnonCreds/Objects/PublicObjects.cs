using System.CommandLine;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
using GovID.AnonCreds.Schemas;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds.Objects;

/// <summary>The published objects by their identifiers, from the files that the command line names.</summary>
internal static class PublicObjects
{
    private static readonly Option<string> Schemas = ObjectFile.Needed("--schemas", "The file with the schemas: a JSON object from identifiers to schemas.");
    private static readonly Option<string> Definitions = ObjectFile.Needed("--definitions", "The file with the credential definitions, by identifier.");
    private static readonly Option<string> Registries = ObjectFile.Optional("--registries", "The file with the registry definitions, by identifier.");

    private static readonly Option<string> StatusLists = ObjectFile.Optional("--status-lists", "The file with the status lists: a JSON array.");

    /// <summary>The options of a holder, who brings states instead of status lists.</summary>
    public static Symbol[] Options => [Schemas, Definitions, Registries];

    /// <summary>The options of a verifier.</summary>
    public static Symbol[] VerifierOptions => [.. Options, StatusLists];

    public static async Task<VerificationObjects> ReadAsync(Invocation call) => new()
    {
        Schemas = await call.ReadAsync(Schemas, ObjectMap.Of(SchemaId.Parse, Schema.Parse)),
        CredentialDefinitions = await call.ReadAsync(Definitions, ObjectMap.Of(CredentialDefinitionId.Parse, CredentialDefinition.Parse)),
        Registries = await call.ReadOptionalAsync(Registries, ObjectMap.Of(RevocationRegistryId.Parse, RevocationRegistryDefinition.Parse)) ?? [],
        StatusLists = await call.ReadOptionalAsync(StatusLists, ObjectMap.List(RevocationStatusList.Parse)) ?? [],
    };
}
