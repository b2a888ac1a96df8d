using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Revocation;

/// <summary>Which credentials of a registry are revoked at a time, and the accumulator that proves it (specification 10.5).</summary>
public sealed record RevocationStatusList
{
    /// <summary>The largest list that is read, in bytes of JSON: a million entries.</summary>
    public const int MaximumBytes = 4 * 1024 * 1024;

    /// <summary>The registry; some issuers leave it out.</summary>
    [JsonPropertyName("revRegDefId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RevocationRegistryId? RegistryId { get; init; }

    /// <summary>The issuer.</summary>
    [JsonPropertyName("issuerId")]
    public required IssuerId IssuerId { get; init; }

    /// <summary>One entry an index from 0: true for revoked or never issued.</summary>
    [JsonPropertyName("revocationList")]
    [JsonConverter(typeof(RevocationBitsConverter))]
    public required IReadOnlyList<bool> Revoked { get; init; }

    /// <summary>The accumulator; absent in lists that are still to be computed.</summary>
    [JsonPropertyName("currentAccumulator")]
    [JsonConverter(typeof(AccumulatorConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public G2Point? Accumulator { get; init; }

    /// <summary>The time of the list, in seconds since 1970.</summary>
    [JsonPropertyName("timestamp")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ulong? Timestamp { get; init; }

    /// <summary>The accumulator under its other name; moved on reading.</summary>
    [JsonInclude]
    [JsonPropertyName("accum")]
    [JsonConverter(typeof(AccumulatorConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal G2Point? Alias { get; init; }

    /// <summary>Reads a list.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/> or <see cref="AnonCredsErrorCode.TooLarge"/>, with the field.
    /// </exception>
    public static RevocationStatusList Parse(ReadOnlySpan<byte> utf8)
    {
        var list = StrictJson.Parse(utf8, AnonCredsJson.Default.RevocationStatusList, MaximumBytes);
        if (list.Accumulator is not null && list.Alias is not null)
            throw new AnonCredsException(AnonCredsErrorCode.Malformed, "The accumulator stands twice.", "$.accum");
        return list with { Accumulator = list.Accumulator ?? list.Alias, Alias = null };
    }

    /// <summary>The list as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.RevocationStatusList);

    /// <summary>Says how many entries there are and of when.</summary>
    public override string ToString() => $"{Revoked.Count} entries at {Timestamp}";
}

/// <summary>An array of the numbers 0 and 1.</summary>
internal sealed class RevocationBitsConverter : JsonConverter<IReadOnlyList<bool>>
{
    private const string Form = "a revocation list is an array of the numbers 0 and 1";

    public override IReadOnlyList<bool> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException(Form);
        var bits = new List<bool>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetByte(out var bit) || bit > 1)
                throw new JsonException(Form);
            bits.Add(bit == 1);
        }

        return bits;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<bool> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var bit in value)
            writer.WriteNumberValue(bit ? 1 : 0);
        writer.WriteEndArray();
    }
}
