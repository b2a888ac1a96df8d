using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.W3c;
using static GovID.AnonCreds.Internal.W3c.DocumentRules;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>The JSON of a presentation (specification 11). Unknown members are refused.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record VerifiablePresentation
{
    public const string RequiredType = "VerifiablePresentation";

    [JsonPropertyName("@context")]
    public required IReadOnlyList<JsonElement> Context { get; init; }

    [JsonPropertyName("id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    [JsonPropertyName("type")]
    public required IReadOnlyList<string> Types { get; init; }

    [JsonPropertyName("verifiableCredential")]
    public required IReadOnlyList<VerifiableCredential> Credentials { get; init; }

    [JsonPropertyName("proof")]
    public required DocumentProofs Proofs { get; init; }

    /// <summary>Checks what stands in the document itself, its credentials set aside, and returns its version.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/> with the field.</exception>
    public W3cVersion Validate()
    {
        var version = CheckHead("$", Context, Types, RequiredType);
        Require(Id is null or { Length: > 0 and <= MaximumText }, "$.id", "give an identifier, or leave it out");
        Require(
            Credentials.Count is > 0 and <= Presentation.MaximumSubProofs,
            "$.verifiableCredential",
            $"there are 1 to {Presentation.MaximumSubProofs} derived credentials");
        Require(Credentials.All(credential => credential is not null), "$.verifiableCredential", "a derived credential is an object");
        CheckProof("$.proof", Proofs.Own, DataIntegrityProof.Authentication);
        Require(
            Proofs.Own.VerificationMethod == Credentials[^1].Proofs.Own.VerificationMethod,
            "$.proof.verificationMethod",
            "it is the credential definition of the last derived credential");
        return version;
    }
}
