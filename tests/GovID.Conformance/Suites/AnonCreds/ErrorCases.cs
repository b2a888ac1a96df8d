using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>The files of <c>errors/</c>: issuing and processing with damaged input, identifiers, nonces, requests. Told apart by content.</summary>
internal static class ErrorCases
{
    private static readonly PreparedKeyCache Keys = new();

    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder) =>
        folder.Files("errors").SelectMany(file => Load(folder, file, folder.Read("errors", file)));

    private static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder, string file, JsonNode json) =>
        json["items"]!.AsArray().Select((item, index) => new ConformanceCase($"errors/{file} items[{index}]", () => Run(folder, json, item!)));

    private static void Run(AnonCredsFolder folder, JsonNode file, JsonNode item)
    {
        if (item["kind"] is not null)
            Check.Equal("valid", item["valid"]!.GetValue<bool>(), IsIdentifier(item["kind"]!.GetValue<string>(), item["id"]!.GetValue<string>()));
        else if (item["nonce_json"] is not null)
            CheckNonce(item);
        else if (item["request"] is not null)
            CheckRequest(item);
        else if (file["credential_request_metadata"] is not null)
            Decide(item, () => Process(folder, file, item));
        else
            Decide(item, () => Issue(folder, file, item["name"]!.GetValue<string>()));
    }

    private static bool Decide(JsonNode item, Action action)
    {
        string? refusal = null;
        try
        {
            action();
        }
        catch (AnonCredsException refused)
        {
            refusal = refused.Message;
        }

        Check.Equal("expected", item["expected"]!.GetValue<string>(), refusal is null ? "accept" : "refuse");
        return refusal is null;
    }

    private static bool IsIdentifier(string kind, string id) => kind switch
    {
        "issuer" => IssuerId.TryParse(id, out _),
        "schema" => SchemaId.TryParse(id, out _),
        "cred_def" => CredentialDefinitionId.TryParse(id, out _),
        "rev_reg_def" => RevocationRegistryId.TryParse(id, out _),
        _ => throw new MismatchException($"the vector has an identifier of kind '{kind}'"),
    };

    /// <summary>The nonce stands in a request, which reads it by the same rule as an offer.</summary>
    private static void CheckNonce(JsonNode item)
    {
        var text = $$$$"""{"nonce":{{{{item["nonce_json"]!.GetValue<string>()}}}},"name":"n","version":"1","requested_attributes":{"a":{"name":"x"}}}""";
        PresentationRequest? read = null;
        if (Decide(item, () => read = PresentationRequest.Parse(Encoding.UTF8.GetBytes(text))))
            Check.Equal("result", item["reference_result"]!["result"]!.GetValue<string>(), read!.Nonce.Text);
    }

    private static void CheckRequest(JsonNode item)
    {
        PresentationRequest? read = null;
        if (Decide(item, () => read = PresentationRequest.Parse(VectorKey.Utf8(item["request"]!))))
            Check.Equal("result", Plain(item["reference_result"]!["result"]!)!.ToJsonElement(), Plain(JsonNode.Parse(read!.ToUtf8Json())!)!.ToJsonElement());
    }

    /// <summary>Restrictions can be written in several ways: an operator over one part is that part, and the order of parts carries no meaning.</summary>
    private static JsonNode? Plain(JsonNode? node)
    {
        if (node is not JsonObject map)
            return node?.DeepClone();
        var plain = new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Parts(pair.Key, pair.Value) ?? Plain(pair.Value))));
        return plain.Count == 1 && Parts(plain.First().Key, plain.First().Value) is { Count: 1 } only ? only[0]!.DeepClone() : plain;
    }

    private static JsonArray? Parts(string name, JsonNode? value) => name is "$and" or "$or" && value is JsonArray parts
        ? [.. parts.Select(Plain).OrderBy(part => part?.ToJsonString(), StringComparer.Ordinal)]
        : null;

    private static void Process(AnonCredsFolder folder, JsonNode file, JsonNode item)
    {
        var secret = (item["link_secret"] ?? file["link_secret"])!.GetValue<string>();
        using var linkSecret = LinkSecret.Parse(secret);
        using var metadata = CredentialRequestMetadata.Parse(VectorKey.Utf8(Patched(file["credential_request_metadata"]!, item["metadata_patch"])));
        _ = new Holder(Keys).Process(new ReceivedCredential
        {
            Credential = IssuedCredential.Parse(VectorKey.Utf8(Patched(file["credential"]!, item["patch"]))),
            Metadata = metadata,
            LinkSecret = linkSecret,
            Definition = folder.Key(file["key"]!.GetValue<string>()).Definition,
            Registry = Registry(folder, file),
        });
    }

    private static JsonNode Patched(JsonNode node, JsonNode? patch) => patch is null ? node : JsonPatch.Apply(node, patch.AsArray());

    private static RevocationRegistryDefinition Registry(AnonCredsFolder folder, JsonNode file) =>
        RevocationRegistryDefinition.Parse(VectorKey.Utf8(folder.Registry(file["registry"]!.GetValue<string>())["rev_reg_def"]!));

    /// <summary>Issues on the recorded offer, request and values with the one difference that the item's name stands for.</summary>
    private static void Issue(AnonCredsFolder folder, JsonNode file, string difference)
    {
        var key = folder.Key(file["key"]!.GetValue<string>());
        var registryFile = folder.Registry(file["registry"]!.GetValue<string>());
        var registry = Registry(folder, file);
        var input = Changed(file, difference);
        using var secret = CredentialDefinitionPrivate.Parse(VectorKey.Utf8(key.Json["credDefPrivate"]!));
        using var registrySecret = RevocationRegistryPrivate.Parse(VectorKey.Utf8(registryFile["rev_reg_def_private"]!));
        _ = new Issuer(Keys).Issue(new CredentialToIssue
        {
            Definition = key.Definition,
            Private = secret,
            Offer = CredentialOffer.Parse(VectorKey.Utf8(input["credential_offer"]!)),
            Request = CredentialRequest.Parse(VectorKey.Utf8(input["credential_request"]!)),
            Values = input["attribute_values"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal),
            Revocation = new RevocationToIssue
            {
                RegistryId = RevocationRegistryId.Parse(registryFile["rev_reg_def_id"]!.GetValue<string>()),
                Registry = registry,
                Private = registrySecret,
                StatusList = RevocationStatusList.Parse(VectorKey.Utf8(registryFile["status_lists"]![0]!)),
                Index = new RevocationRegistryPlaces(registry, []).Reserve(Index(difference, registry.Value.MaximumCredentials)),
            },
        });
    }

    private static int Index(string difference, int places) => difference switch
    {
        "index-0" => 0,
        "index-L" => places,
        "index-beyond" => places + 100,
        "index-L-minus-1" => places - 1,
        _ => 1,
    };

    private static JsonNode Changed(JsonNode file, string difference)
    {
        var changed = file.DeepClone();
        var values = changed["attribute_values"]!.AsObject();
        switch (difference)
        {
            case "value-missing":
                values.Remove(values.First().Key);
                break;
            case "value-extra":
                values["one more"] = "1";
                break;
            case "value-names-other-spelling":
                changed["attribute_values"] = new JsonObject(values.Select(pair => KeyValuePair.Create($" {pair.Key.ToUpperInvariant()} ", pair.Value?.DeepClone())));
                break;
            case "offer-of-other-nonce":
                Increment(changed["credential_offer"]!, "nonce");
                break;
            case "request-u-changed":
                Increment(changed["credential_request"]!["blinded_ms"]!, "u");
                break;
            case "request-proof-changed":
                Increment(changed["credential_request"]!["blinded_ms_correctness_proof"]!, "c");
                break;
            case var index when index.StartsWith("index-", StringComparison.Ordinal):
                break;
            default:
                throw new MismatchException($"the vector has a difference '{difference}'");
        }

        return changed;
    }

    private static void Increment(JsonNode holder, string member) => holder[member] =
        (BigInteger.Parse(holder[member]!.GetValue<string>(), CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
}
