using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Presentations.Restrictions;

namespace GovID.AnonCreds.Internal;

/// <summary>Reads and writes the restriction language (specification 9.2).</summary>
internal sealed class RestrictionConverter : JsonConverter<Restriction>
{
    private const int MaximumNodes = 1024;

    public override Restriction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var nodes = 0;
        var element = JsonElement.ParseValue(ref reader);
        return element.ValueKind == JsonValueKind.Array ? Alternatives(element, ref nodes) : Operators(element, ref nodes);
    }

    public override void Write(Utf8JsonWriter writer, Restriction value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>An array is an OR over its objects, in which members that are null and objects that are empty do not count.</summary>
    private static Restriction Alternatives(JsonElement array, ref int nodes)
    {
        var parts = new List<Restriction>();
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object)
                throw new JsonException("restrictions are objects");
            var operators = Operators(item.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null), ref nodes);
            if (!operators.IsEmpty)
                parts.Add(operators);
        }

        return parts.Count switch
        {
            0 => new Restriction.All([]),
            1 => parts[0],
            _ => new Restriction.Any(parts),
        };
    }

    private static Restriction Operators(JsonElement item, ref int nodes) =>
        item.ValueKind == JsonValueKind.Object
            ? Operators(item.EnumerateObject(), ref nodes)
            : throw new JsonException("a restriction is an object");

    private static Restriction Operators(IEnumerable<JsonProperty> members, ref int nodes)
    {
        var parts = new List<Restriction>();
        foreach (var member in members)
        {
            if (++nodes > MaximumNodes)
                throw new JsonException($"restrictions have at most {MaximumNodes} parts");
            if (Operator(member, ref nodes) is { } part)
                parts.Add(part);
        }

        return parts.Count == 1 ? parts[0] : new Restriction.All(parts);
    }

    private static Restriction? Operator(JsonProperty member, ref int nodes) => member.Name switch
    {
        "$and" => Parts(member.Value, ref nodes) is { Count: > 0 } parts ? new Restriction.All(parts) : null,
        "$or" => Parts(member.Value, ref nodes) is { Count: > 0 } parts ? new Restriction.Any(parts) : null,
        "$not" => new Restriction.Not(Operators(member.Value, ref nodes)),
        "$exist" => new Restriction.Unsupported("$exist", null, member.Value.ValueKind == JsonValueKind.String ? [Text(member.Value)] : Texts(member.Value)),
        _ => Tag(member.Name, member.Value),
    };

    private static List<Restriction> Parts(JsonElement array, ref int nodes)
    {
        if (array.ValueKind != JsonValueKind.Array)
            throw new JsonException("$and and $or take an array of objects");
        var parts = new List<Restriction>();
        foreach (var item in array.EnumerateArray())
            parts.Add(Operators(item, ref nodes));
        return parts;
    }

    private static Restriction Tag(string tag, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return new Restriction.EqualTo(tag, Text(value));
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() != 1)
            throw new JsonException("a tag takes a text, or an object with one operator");
        var comparison = value.EnumerateObject().Single();
        return comparison.Name switch
        {
            "$neq" => new Restriction.NotEqualTo(tag, Text(comparison.Value)),
            "$in" => new Restriction.OneOf(tag, Texts(comparison.Value)),
            "$gt" or "$gte" or "$lt" or "$lte" or "$like" => new Restriction.Unsupported(comparison.Name, tag, [Text(comparison.Value)]),
            _ => throw new JsonException("the operators of a tag are $neq, $in, $gt, $gte, $lt, $lte and $like"),
        };
    }

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new JsonException("this operator takes a text");

    private static IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(Text)]
            : throw new JsonException("this operator takes an array of texts");

    private static void Write(Utf8JsonWriter writer, Restriction value)
    {
        writer.WriteStartObject();
        WriteOperator(writer, value);
        writer.WriteEndObject();
    }

    private static void WriteOperator(Utf8JsonWriter writer, Restriction value)
    {
        switch (value)
        {
            case Restriction.All all:
                WriteParts(writer, "$and", all.Parts);
                break;
            case Restriction.Any any:
                WriteParts(writer, "$or", any.Parts);
                break;
            case Restriction.Not not:
                writer.WritePropertyName("$not");
                Write(writer, not.Part);
                break;
            case Restriction.EqualTo equal:
                writer.WriteString(equal.Tag, equal.Value);
                break;
            case Restriction.NotEqualTo notEqual:
                WriteComparison(writer, notEqual.Tag, "$neq", notEqual.Value);
                break;
            case Restriction.OneOf oneOf:
                writer.WriteStartObject(oneOf.Tag);
                WriteTexts(writer, "$in", oneOf.Values);
                writer.WriteEndObject();
                break;
            case Restriction.Unsupported { Tag: { } tag } unsupported:
                WriteComparison(writer, tag, unsupported.Operator, unsupported.Values[0]);
                break;
            case Restriction.Unsupported unsupported:
                WriteTexts(writer, unsupported.Operator, unsupported.Values);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void WriteParts(Utf8JsonWriter writer, string name, IReadOnlyList<Restriction> parts)
    {
        if (parts.Count == 0)
            return;
        writer.WriteStartArray(name);
        foreach (var part in parts)
            Write(writer, part);
        writer.WriteEndArray();
    }

    private static void WriteComparison(Utf8JsonWriter writer, string tag, string name, string value)
    {
        writer.WriteStartObject(tag);
        writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
