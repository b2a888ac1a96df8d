using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>The files of <c>keys/</c>: read, proved correct, and the private key is that of the public one.</summary>
internal static class KeyCases
{
    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder) => folder.Files("keys").Select(file =>
        new ConformanceCase($"keys/{file}", () => Run(folder.Key(Path.GetFileNameWithoutExtension(file)))));

    public static void Run(VectorKey key)
    {
        Check.Equal("key", key.Json["key"]!.GetValue<string>(), key.Name);
        Check.Equal("schema", key.Json["schema"]!.ToJsonElement(), key.Schema.ToUtf8Json().ToJsonElement());
        Check.Equal("credDef.schemaId", key.SchemaId.Value, key.Definition.SchemaId.Value);
        Check.Equal("credDef.issuerId", key.Json["credDef"]!["issuerId"]!.GetValue<string>(), key.Definition.IssuerId.Value);
        using var linkSecret = LinkSecret.Create();
        var offer = new CredentialOffer
        {
            SchemaId = key.SchemaId,
            CredentialDefinitionId = key.CredentialDefinitionId,
            KeyCorrectnessProof = key.CorrectnessProof,
            Nonce = Nonce.Create(),
        };
        var asked = new Holder().CreateRequest(offer, key.Definition, linkSecret, "default", RequestContext.Create());
        using var secret = CredentialDefinitionPrivate.Parse(VectorKey.Utf8(key.Json["credDefPrivate"]!));
        _ = new Issuer().Issue(new CredentialToIssue
        {
            Definition = key.Definition,
            Private = secret,
            Offer = offer,
            Request = asked.Request,
            Values = key.Schema.AttributeNames.ToDictionary(name => name, _ => "1"),
        });
    }
}
