using System.Text.Json.Nodes;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>The issuing steps of <c>cases/</c>: requests are accepted, credentials processed to exactly what was recorded.</summary>
internal static class IssuanceCases
{
    private static readonly PreparedKeyCache Keys = new();

    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder)
    {
        foreach (var file in folder.Files("cases"))
        {
            var items = folder.Read("cases", file)["issuance"]?.AsArray() ?? [];
            for (var i = 0; i < items.Count; i++)
            {
                var json = items[i]!;
                yield return new ConformanceCase($"cases/{file} issuance[{i}]", () => Run(new VectorIssuance(folder, json), json));
            }
        }
    }

    private static void Run(VectorIssuance issuance, JsonNode json)
    {
        Check.Equal("credential_offer", json["credential_offer"]!.ToJsonElement(), issuance.Offer().ToUtf8Json().ToJsonElement());
        CheckRequest(issuance);
        if (issuance.IsLegacyForm)
            CheckProcessing(issuance);
    }

    /// <summary>The recorded request is one that the issuer signs for.</summary>
    private static void CheckRequest(VectorIssuance issuance)
    {
        using var secret = CredentialDefinitionPrivate.Parse(VectorKey.Utf8(issuance.Key.Json["credDefPrivate"]!));
        var issued = new Issuer(Keys).Issue(new CredentialToIssue
        {
            Definition = issuance.Key.Definition,
            Private = secret,
            Offer = issuance.Offer(),
            Request = issuance.Request(),
            Values = issuance.Values(),
        });
        if (!issuance.IsLegacyForm)
            return;
        foreach (var (name, value) in issuance.Credential().Content.Values)
            Check.Equal($"values.{name}.encoded", value.Encoded, issued.Content.Values[name].Encoded);
        Check.Equal("values", issuance.Credential().Content.Values.Count, issued.Content.Values.Count);
    }

    private static void CheckProcessing(VectorIssuance issuance)
    {
        using var linkSecret = issuance.LinkSecret();
        using var metadata = issuance.Metadata();
        var held = new Holder(Keys).Process(new ReceivedCredential
        {
            Credential = issuance.Credential(),
            Metadata = metadata,
            LinkSecret = linkSecret,
            Definition = issuance.Key.Definition,
            Registry = issuance.Registry(),
            Request = issuance.Request(),
        });
        Check.Equal("processed_credential", issuance.Processed().ToUtf8Json().ToJsonElement(), held.ToUtf8Json().ToJsonElement());
    }
}
