using GovID.AnonCreds.Identifiers;

namespace GovID.AnonCreds.Presentations.Restrictions;

/// <summary>What restrictions are evaluated on: the credential behind one referent, and what it shows there (specification 9.2).</summary>
public sealed record RestrictedCredential
{
    /// <summary>The schema of the credential.</summary>
    public required SchemaId SchemaId { get; init; }

    /// <summary>The name in the schema object.</summary>
    public required string SchemaName { get; init; }

    /// <summary>The version in the schema object.</summary>
    public required string SchemaVersion { get; init; }

    /// <summary>The issuer in the schema object.</summary>
    public required IssuerId SchemaIssuerId { get; init; }

    /// <summary>The credential definition of the credential.</summary>
    public required CredentialDefinitionId CredentialDefinitionId { get; init; }

    /// <summary>The issuer in the credential definition object.</summary>
    public required IssuerId IssuerId { get; init; }

    /// <summary>Attribute names as spelled in the request, with the raw value shown; null for one that is known but not shown.</summary>
    public required IReadOnlyDictionary<string, string?> Values { get; init; }
}
