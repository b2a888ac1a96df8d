using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Presentations;

/// <summary>The challenge that joins all sub-proofs, and the commitments that it hashes (specification 8).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AggregatedProof
{
    /// <summary>The challenge.</summary>
    [JsonPropertyName("c_hash")]
    public required BigInteger Challenge { get; init; }

    /// <summary>The commitments as bytes, one item each.</summary>
    [JsonPropertyName("c_list")]
    [JsonConverter(typeof(ByteListsConverter))]
    public required IReadOnlyList<ReadOnlyMemory<byte>> Commitments { get; init; }
}

/// <summary>An array of arrays of numbers from 0 to 255.</summary>
internal sealed class ByteListsConverter : JsonConverter<IReadOnlyList<ReadOnlyMemory<byte>>>
{
    private const int MaximumItems = 32_768;
    private const int MaximumBytes = 1024;
    private const string Form = "the commitments are arrays of at most 1024 numbers from 0 to 255";

    public override IReadOnlyList<ReadOnlyMemory<byte>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException(Form);
        var items = new List<ReadOnlyMemory<byte>>();
        var buffer = new byte[MaximumBytes];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == MaximumItems)
                throw new JsonException(Form);
            items.Add(buffer.AsSpan(0, ReadItem(ref reader, buffer)).ToArray());
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<ReadOnlyMemory<byte>> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
        {
            writer.WriteStartArray();
            foreach (var number in item.Span)
                writer.WriteNumberValue(number);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static int ReadItem(ref Utf8JsonReader reader, byte[] buffer)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException(Form);
        var length = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (length == buffer.Length || reader.TokenType != JsonTokenType.Number || !reader.TryGetByte(out buffer[length]))
                throw new JsonException(Form);
            length++;
        }

        return length;
    }
}
