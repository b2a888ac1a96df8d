using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>The proof object of this cryptosuite (specification 11).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DataIntegrityProof
{
    public const string Suite = "anoncreds-2023";
    public const string ProofType = "DataIntegrityProof";
    public const string AssertionMethod = "assertionMethod";
    public const string Authentication = "authentication";

    [JsonPropertyName("cryptosuite")]
    public required string Cryptosuite { get; init; }

    [JsonPropertyName("type")]
    public required string Type { get; init; }

    [JsonPropertyName("proofPurpose")]
    public required string Purpose { get; init; }

    [JsonPropertyName("verificationMethod")]
    public required string VerificationMethod { get; init; }

    [JsonPropertyName("proofValue")]
    public required string Value { get; init; }

    [JsonPropertyName("challenge")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Challenge { get; init; }

    public static DataIntegrityProof Of(string purpose, string verificationMethod, string value, string? challenge = null) => new()
    {
        Cryptosuite = Suite,
        Type = ProofType,
        Purpose = purpose,
        VerificationMethod = verificationMethod,
        Value = value,
        Challenge = challenge,
    };
}

/// <summary>The proofs of a document: one of this cryptosuite, and those of others, which are kept as they are.</summary>
[JsonConverter(typeof(DocumentProofsConverter))]
internal sealed record DocumentProofs(DataIntegrityProof Own, bool AsArray)
{
    public IReadOnlyList<JsonElement> Before { get; init; } = [];

    public IReadOnlyList<JsonElement> After { get; init; } = [];
}

/// <summary>An array of proofs, or one proof as it is.</summary>
internal sealed class DocumentProofsConverter : JsonConverter<DocumentProofs>
{
    private const int MaximumProofs = 16;

    public override DocumentProofs Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        var isArray = element.ValueKind == JsonValueKind.Array;
        var proofs = isArray ? element.EnumerateArray().Take(MaximumProofs + 1).ToList() : [element];
        if (proofs.Count > MaximumProofs || proofs.Any(proof => proof.ValueKind != JsonValueKind.Object))
            throw new JsonException($"'proof' is a proof or an array of at most {MaximumProofs}");
        var own = proofs.FindIndex(IsOwn);
        if (own < 0 || proofs.FindLastIndex(IsOwn) != own)
            throw new JsonException($"exactly one proof has the cryptosuite {DataIntegrityProof.Suite}");
        return new DocumentProofs(proofs[own].Deserialize(AnonCredsJson.Default.DataIntegrityProof)!, isArray)
        {
            Before = proofs[..own],
            After = proofs[(own + 1)..],
        };
    }

    public override void Write(Utf8JsonWriter writer, DocumentProofs value, JsonSerializerOptions options)
    {
        if (value.AsArray)
            writer.WriteStartArray();
        foreach (var proof in value.Before)
            proof.WriteTo(writer);
        JsonSerializer.Serialize(writer, value.Own, AnonCredsJson.Default.DataIntegrityProof);
        foreach (var proof in value.After)
            proof.WriteTo(writer);
        if (value.AsArray)
            writer.WriteEndArray();
    }

    private static bool IsOwn(JsonElement proof) =>
        proof.TryGetProperty("cryptosuite", out var suite) && suite.ValueKind == JsonValueKind.String && suite.ValueEquals(DataIntegrityProof.Suite);
}
