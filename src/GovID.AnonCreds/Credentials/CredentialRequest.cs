using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Credentials;

/// <summary>A holder's request for a credential that was offered (specification 4.6).</summary>
public sealed record CredentialRequest
{
    /// <summary>The largest request that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 65_536;

    private const int MaximumEntropy = 256;

    /// <summary>Chosen by the holder; enters the credential context.</summary>
    [JsonPropertyName("entropy")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Entropy { get; init; }

    /// <summary>The holder's DID, in its place with legacy identifiers.</summary>
    [JsonPropertyName("prover_did")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProverDid { get; init; }

    /// <summary>The credential definition.</summary>
    [JsonPropertyName("cred_def_id")]
    public required CredentialDefinitionId CredentialDefinitionId { get; init; }

    /// <summary>The link secret, blinded.</summary>
    [JsonPropertyName("blinded_ms")]
    public required BlindedLinkSecret BlindedLinkSecret { get; init; }

    /// <summary>The proof that it was blinded as it should be.</summary>
    [JsonPropertyName("blinded_ms_correctness_proof")]
    public required LinkSecretProof Proof { get; init; }

    /// <summary>Binds the credential to this request; used once.</summary>
    [JsonPropertyName("nonce")]
    public required Nonce Nonce { get; init; }

    /// <summary>The text that enters the credential context (6.1).</summary>
    [JsonIgnore]
    internal string Context => Entropy ?? ProverDid!;

    /// <summary>Reads and checks a request; whether its proof holds is for the issuer to say.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/>, <see cref="AnonCredsErrorCode.TooLarge"/> or <see cref="AnonCredsErrorCode.Invalid"/>, with the field.
    /// </exception>
    public static CredentialRequest Parse(ReadOnlySpan<byte> utf8)
    {
        var request = StrictJson.Parse(utf8, AnonCredsJson.Default.CredentialRequest, MaximumBytes);
        request.Validate();
        return request;
    }

    /// <summary>The request as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.CredentialRequest);

    /// <summary>Checks the rules that hold between members (4.5, 4.6).</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/> with the field.</exception>
    public void Validate()
    {
        RequireContext(Entropy, ProverDid, CredentialDefinitionId);
        Require(
            BlindedLinkSecret.HiddenAttributes is [AttributeName.LinkSecret], "blinded_ms.hidden_attributes", "only the link secret is hidden");
        Require(BlindedLinkSecret.CommittedAttributes.Count == 0, "blinded_ms.committed_attributes", "no attribute is committed to");
        Require(
            Proof.MResponses.Count == 1 && Proof.MResponses.ContainsKey(AttributeName.LinkSecret),
            "blinded_ms_correctness_proof.m_caps",
            "only the link secret is proved");
        Require(Proof.RResponses.Count == 0, "blinded_ms_correctness_proof.r_caps", "no attribute is committed to");
    }

    /// <summary>Exactly one of both; a DID only with legacy identifiers.</summary>
    internal static void RequireContext(string? entropy, string? proverDid, CredentialDefinitionId definition)
    {
        Require(entropy is null != proverDid is null, "entropy", "give either 'entropy' or 'prover_did', and not both");
        Require((entropy ?? proverDid)!.Length is > 0 and <= MaximumEntropy, entropy is null ? "prover_did" : "entropy", "give 1 to 256 characters");
        if (proverDid is null)
            return;
        Require(definition.IsLegacy, "prover_did", "'entropy' is needed where the credential definition has no legacy identifier");
        Require(IssuerId.TryParse(proverDid, out _), "prover_did", "give a DID");
    }

    private static void Require(bool holds, string field, string fix)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, $"The credential request is refused at {field}: {fix}.", $"$.{field}");
    }
}

/// <summary>The link secret, blinded (specification 4.4).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record BlindedLinkSecret
{
    /// <summary>U, a residue modulo n.</summary>
    [JsonPropertyName("u")]
    public required BigInteger U { get; init; }

    /// <summary>Ur, where the definition supports revocation.</summary>
    [JsonPropertyName("ur")]
    public G1Point? Ur { get; init; }

    /// <summary>Exactly the link secret.</summary>
    [JsonPropertyName("hidden_attributes")]
    public required IReadOnlyList<string> HiddenAttributes { get; init; }

    /// <summary>Always empty.</summary>
    [JsonPropertyName("committed_attributes")]
    public required IReadOnlyDictionary<string, BigInteger> CommittedAttributes { get; init; }
}
