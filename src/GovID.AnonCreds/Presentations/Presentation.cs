using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;

namespace GovID.AnonCreds.Presentations;

/// <summary>A holder's answer to a presentation request (specification 9.3). Prints no values.</summary>
public sealed record Presentation
{
    /// <summary>The largest presentation that is read, in bytes of JSON (specification 12.9).</summary>
    public const int MaximumBytes = 4 * 1024 * 1024;

    /// <summary>The most sub-proofs.</summary>
    public const int MaximumSubProofs = 64;

    /// <summary>The most predicates of one sub-proof.</summary>
    public const int MaximumPredicates = 64;

    /// <summary>The proofs.</summary>
    [JsonPropertyName("proof")]
    public required PresentationProof Proof { get; init; }

    /// <summary>Which sub-proof answers which referent, and the values shown.</summary>
    [JsonPropertyName("requested_proof")]
    public required RequestedProof RequestedProof { get; init; }

    /// <summary>The public objects behind each sub-proof, by its position.</summary>
    [JsonPropertyName("identifiers")]
    public required IReadOnlyList<CredentialIdentifiers> Identifiers { get; init; }

    /// <summary>Reads a presentation. Whether it proves anything is for <see cref="Verifier"/> to say.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/> with the field, or <see cref="AnonCredsErrorCode.TooLarge"/>.
    /// </exception>
    public static Presentation Parse(ReadOnlySpan<byte> utf8)
    {
        var presentation = StrictJson.Parse(utf8, AnonCredsJson.Default.Presentation, MaximumBytes);
        return presentation with { Proof = presentation.Proof.Modernized() };
    }

    /// <summary>The presentation as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.Presentation);

    /// <summary>Returns <c>[redacted]</c>: a presentation holds personal values.</summary>
    public override string ToString() => "[redacted]";
}
