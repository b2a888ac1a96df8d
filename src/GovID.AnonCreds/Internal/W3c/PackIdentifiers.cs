using GovID.AnonCreds.Identifiers;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>Identifiers inside a proof value (specification 14).</summary>
internal static class PackIdentifiers
{
    public static SchemaId Schema(PackValue value, string field) =>
        SchemaId.TryParse(value.AsText(field), out var id) ? id : throw Refuse(field);

    public static CredentialDefinitionId Definition(PackValue value, string field) =>
        CredentialDefinitionId.TryParse(value.AsText(field), out var id) ? id : throw Refuse(field);

    public static RevocationRegistryId Registry(PackValue value, string field) =>
        RevocationRegistryId.TryParse(value.AsText(field), out var id) ? id : throw Refuse(field);

    private static AnonCredsException Refuse(string field) => PackValue.Refuse(field, "the text does not have the form of an identifier");
}
