using System.Globalization;
using System.Text.Json.Nodes;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Schemas;
using GovID.AnonCreds.W3c;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>Published documents without keys: they are read, say one thing throughout, and write back to the same.</summary>
internal static class W3cSampleCases
{
    public static ConformanceCase? Find(AnonCredsFolder folder, string file)
    {
        var json = folder.Read("upstream", file);
        var types = (json as JsonObject)?["type"] is JsonArray list ? list.Select(type => type!.GetValue<string>()).ToList() : [];
        Action<JsonNode>? run = types.Contains("VerifiableCredential") ? Credential : types.Contains("VerifiablePresentation") ? Presentation : null;
        return run is null ? null : new ConformanceCase($"upstream/{file}", () => run(json));
    }

    private static void Credential(JsonNode json)
    {
        var credential = W3cCredential.Parse(VectorKey.Utf8(json));
        Check.Equal("credential", json.ToJsonElement(), credential.ToUtf8Json().ToJsonElement());
        Check.Equal("proof", json.ToJsonElement(), credential.With(credential.ToHeld()).ToUtf8Json().ToJsonElement());
    }

    private static void Presentation(JsonNode json)
    {
        var presentation = W3cPresentation.Parse(VectorKey.Utf8(json));
        Check.Equal("presentation", json.ToJsonElement(), presentation.ToUtf8Json().ToJsonElement());
        var commitments = presentation.Credentials.SelectMany(credential => SubProofTranscript.Commitments(credential.Proof)).Select(Convert.ToHexStringLower);
        Check.Equal(
            "c_list", string.Join(' ', presentation.Aggregated.Commitments.Select(item => Convert.ToHexStringLower(item.Span))), string.Join(' ', commitments));
        foreach (var credential in presentation.Credentials)
        {
            var revealed = credential.Proof.Primary.Equality.RevealedAttributes.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(CultureInfo.InvariantCulture));
            var shown = credential.Subject.Where(pair => pair.Value.Raw is not null)
                .ToDictionary(pair => AttributeName.Normalize(pair.Key), pair => AttributeEncoding.Encode(pair.Value.Raw!));
            Check.Equal("credentialSubject", Text(revealed), Text(shown));
        }
    }

    private static string Text(Dictionary<string, string> values) =>
        string.Join(' ', values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
