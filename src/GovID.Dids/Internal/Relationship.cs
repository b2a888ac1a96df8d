using System.Diagnostics;
using System.Text.Json;
using GovID.Dids.Documents;

namespace GovID.Dids.Internal;

/// <summary>One entry of a relationship: a reference, or a key of its own.</summary>
internal sealed record RelationshipEntry(string? Reference, VerificationMethod? Embedded);

/// <summary>The entries of one relationship in their order.</summary>
internal sealed record Relationship(IReadOnlyList<RelationshipEntry> Entries)
{
    public static string NameOf(VerificationRelationship relationship) => relationship switch
    {
        VerificationRelationship.Authentication => "authentication",
        VerificationRelationship.AssertionMethod => "assertionMethod",
        VerificationRelationship.KeyAgreement => "keyAgreement",
        VerificationRelationship.CapabilityInvocation => "capabilityInvocation",
        VerificationRelationship.CapabilityDelegation => "capabilityDelegation",
        _ => throw new UnreachableException(),
    };

    public static Relationship Read(JsonElement document, VerificationRelationship relationship)
    {
        var name = NameOf(relationship);
        return new Relationship([.. JsonRead.Items(document, name).Select(item => item.ValueKind switch
        {
            JsonValueKind.String => new RelationshipEntry(item.GetString(), null),
            JsonValueKind.Object => new RelationshipEntry(null, VerificationMethod.FromJson(item)),
            _ => throw JsonRead.Refused(name, "a list of references and keys"),
        })]);
    }
}
