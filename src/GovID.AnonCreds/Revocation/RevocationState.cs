using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Internal;

namespace GovID.AnonCreds.Revocation;

/// <summary>A holder's witness at one status list (specification 10.7).</summary>
public sealed record RevocationState
{
    /// <summary>The largest state that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 16_384;

    /// <summary>The witness.</summary>
    [JsonPropertyName("witness")]
    public required Witness Witness { get; init; }

    /// <summary>The accumulator of the list.</summary>
    [JsonPropertyName("rev_reg")]
    public required RevocationRegistryState Registry { get; init; }

    /// <summary>The time of the list, in seconds since 1970; not zero.</summary>
    [JsonPropertyName("timestamp")]
    public required ulong Timestamp { get; init; }

    /// <summary>Reads a state.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/>, <see cref="AnonCredsErrorCode.TooLarge"/> or <see cref="AnonCredsErrorCode.Invalid"/>, with the field.
    /// </exception>
    public static RevocationState Parse(ReadOnlySpan<byte> utf8)
    {
        var state = StrictJson.Parse(utf8, AnonCredsJson.Default.RevocationState, MaximumBytes);
        return state.Timestamp > 0
            ? state
            : throw new AnonCredsException(AnonCredsErrorCode.Invalid, "A revocation state has the time of its status list.", "$.timestamp");
    }

    /// <summary>The state as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.RevocationState);
}
