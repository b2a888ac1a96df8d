using System.Globalization;
using System.Text.Json.Nodes;
using GovID.AnonCreds;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.W3c;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>The W3C members of <c>issuance</c>: credentials as issued, processed, and converted both ways.</summary>
internal static class W3cIssuanceCases
{
    private static readonly PreparedKeyCache Keys = new();

    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder, string file, JsonNode json)
    {
        var items = json["issuance"]?.AsArray() ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i]!;
            if (item["w3c_version"] is not null)
                yield return new ConformanceCase($"cases/{file} issuance[{i}] w3c", () => Run(folder, item));
        }
    }

    private static void Run(AnonCredsFolder folder, JsonNode item)
    {
        var issuance = new VectorIssuance(folder, item);
        if (item["w3c_credential"] is { } issued)
            CheckIssued(issuance, item, issued);
        if (item["w3c_converted_credential"] is { } converted)
            CheckConverted(issuance, item, converted);
    }

    private static void CheckIssued(VectorIssuance issuance, JsonNode item, JsonNode recorded)
    {
        var credential = Parse("w3c_credential", item, recorded);
        var legacy = credential.ToIssued(issuance.Key.Definition);
        CheckValues(issuance, credential);
        Same("w3c_credential", recorded, W3cCredential.Of(legacy, issuance.Key.Definition.IssuerId, Form(recorded)));
        using var linkSecret = issuance.LinkSecret();
        using var metadata = issuance.Metadata();
        var held = new Holder(Keys).Process(new ReceivedCredential
        {
            Credential = legacy,
            Metadata = metadata,
            LinkSecret = linkSecret,
            Definition = issuance.Key.Definition,
            Registry = issuance.Registry(),
            Request = issuance.Request(),
        });
        var processed = Parse("w3c_processed_credential", item, item["w3c_processed_credential"]!);
        Check.Equal("w3c_processed_credential", item["w3c_processed_credential"]!.ToJsonElement(), credential.With(held).ToUtf8Json().ToJsonElement());
        CheckLegacy("converted_from_w3c", item["converted_from_w3c"]!, processed.ToHeld());
    }

    private static void CheckConverted(VectorIssuance issuance, JsonNode item, JsonNode recorded)
    {
        var converted = Parse("w3c_converted_credential", item, recorded);
        CheckValues(issuance, converted);
        Same("w3c_converted_credential", recorded, W3cCredential.Of(issuance.Processed(), issuance.Key.Definition.IssuerId, Form(recorded)));
        CheckLegacy("processed_credential", issuance.ProcessedJson, converted.ToHeld());
    }

    /// <summary>Reads a credential and finds that it writes back to the same document.</summary>
    private static W3cCredential Parse(string field, JsonNode item, JsonNode recorded)
    {
        var credential = W3cCredential.Parse(VectorKey.Utf8(recorded));
        Check.Equal("w3c_version", item["w3c_version"]!.GetValue<string>(), credential.Version == W3cVersion.Version11 ? "1.1" : "2.0");
        Check.Equal(field, recorded.ToJsonElement(), credential.ToUtf8Json().ToJsonElement());
        return credential;
    }

    private static void CheckValues(VectorIssuance issuance, W3cCredential credential)
    {
        var given = issuance.Values();
        Check.Equal("credentialSubject", given.Count, credential.Subject.Count);
        foreach (var (name, raw) in given)
            Check.Equal($"credentialSubject.{name}", W3cValue.Of(raw).Raw, credential.Subject.TryGetValue(name, out var value) ? value.Raw : null);
    }

    /// <summary>Curve values are compared as points: the recorded texts are projective.</summary>
    private static void CheckLegacy(string field, JsonNode recorded, HeldCredential held) =>
        Check.Equal(field, HeldCredential.Parse(VectorKey.Utf8(recorded)).ToUtf8Json().ToJsonElement(), held.ToUtf8Json().ToJsonElement());

    /// <summary>The same documents, the date aside, which is the writer's own and has more digits than ours.</summary>
    private static void Same(string field, JsonNode recorded, W3cCredential written)
    {
        var expected = recorded.DeepClone().AsObject();
        var actual = JsonNode.Parse(written.ToUtf8Json())!.AsObject();
        foreach (var member in new[] { "issuanceDate", "validFrom" })
        {
            expected.Remove(member);
            actual.Remove(member);
        }

        Check.Equal(field, expected.ToJsonElement(), actual.ToJsonElement());
    }

    private static W3cForm Form(JsonNode recorded) => recorded["issuanceDate"] is { } date
        ? W3cForm.Version11(DateTimeOffset.Parse(date.GetValue<string>(), CultureInfo.InvariantCulture))
        : W3cForm.Version20();
}
