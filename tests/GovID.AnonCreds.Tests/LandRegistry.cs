using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.Tests;

/// <summary>An issuer with keys of its own, made once for the tests of a class.</summary>
public sealed class LandRegistry : IDisposable
{
    public LandRegistry()
    {
        Created = Issuer.CreateDefinition(SchemaId, Schema, Schema.IssuerId, new DefinitionOptions(), CancellationToken.None);
        Objects = new VerificationObjects
        {
            Schemas = new Dictionary<SchemaId, Schema> { [SchemaId] = Schema },
            CredentialDefinitions = new Dictionary<CredentialDefinitionId, CredentialDefinition> { [DefinitionId] = Created.Definition },
        };
    }

    public SchemaId SchemaId { get; } = SchemaId.Parse("did:web:land.example/schemas/title/1");

    public CredentialDefinitionId DefinitionId { get; } = CredentialDefinitionId.Parse("did:web:land.example/definitions/title");

    public Schema Schema { get; } = new()
    {
        Name = "title",
        Version = "1",
        AttributeNames = ["Owner", "area"],
        IssuerId = IssuerId.Parse("did:web:land.example"),
    };

    public CreatedDefinition Created { get; }

    public VerificationObjects Objects { get; }

    public static PresentationRequest RequestOwnerAndArea() => new()
    {
        Nonce = Nonce.Create(),
        Name = "sale",
        Version = "1",
        RequestedAttributes = new Dictionary<string, RequestedAttribute> { ["owner"] = new() { Name = "owner" } },
        RequestedPredicates = new Dictionary<string, RequestedPredicate>
        {
            ["area"] = new() { Name = "Area", Type = PredicateType.GreaterOrEqual, Value = -121 },
        },
    };

    public void Dispose() => Created.Private.Dispose();
}
