using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;

namespace GovID.AnonCreds.CredentialDefinitions;

/// <summary>The issuer's proof that the bases of a key are powers of S (specification 3.2).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record KeyCorrectnessProof
{
    /// <summary>The largest proof that is read, in bytes of JSON: as many responses as a schema has attributes.</summary>
    public const int MaximumBytes = 262_144;

    /// <summary>The challenge.</summary>
    [JsonPropertyName("c")]
    public required BigInteger Challenge { get; init; }

    /// <summary>The response for Z.</summary>
    [JsonPropertyName("xz_cap")]
    public required BigInteger ZResponse { get; init; }

    /// <summary>The responses for the bases; their order is part of what is hashed.</summary>
    [JsonPropertyName("xr_cap")]
    public required IReadOnlyList<BaseResponse> BaseResponses { get; init; }

    /// <summary>Reads a proof; whether it holds is checked with the key, by the holder.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/> or <see cref="AnonCredsErrorCode.TooLarge"/>, with the field.
    /// </exception>
    public static KeyCorrectnessProof Parse(ReadOnlySpan<byte> utf8) => StrictJson.Parse(utf8, AnonCredsJson.Default.KeyCorrectnessProof, MaximumBytes);

    /// <summary>The proof as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.KeyCorrectnessProof);
}

/// <summary>The response for one base.</summary>
/// <param name="Name">The normalised attribute name.</param>
/// <param name="Response">The response.</param>
[JsonConverter(typeof(BaseResponseConverter))]
public sealed record BaseResponse(string Name, BigInteger Response);

/// <summary>A response is written as the pair <c>[name, decimal]</c>.</summary>
internal sealed class BaseResponseConverter : JsonConverter<BaseResponse>
{
    private const string Form = "a response is a pair of a name and a decimal number";

    public override BaseResponse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Require(reader.TokenType == JsonTokenType.StartArray && reader.Read() && reader.TokenType == JsonTokenType.String);
        var name = reader.GetString()!;
        Require(reader.Read() && reader.TokenType == JsonTokenType.String);
        Require(DecimalConverter.TryParse(reader.GetString(), out var response));
        Require(reader.Read() && reader.TokenType == JsonTokenType.EndArray);
        return new BaseResponse(name, response);
    }

    public override void Write(Utf8JsonWriter writer, BaseResponse value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Name);
        writer.WriteStringValue(value.Response.ToString(System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteEndArray();
    }

    private static void Require(bool holds)
    {
        if (!holds)
            throw new JsonException(Form);
    }
}
