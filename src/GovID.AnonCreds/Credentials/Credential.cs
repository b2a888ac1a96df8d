using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Credentials;

/// <summary>
/// A credential in its published form (specification 6.4): as issued, or as a holder keeps it. The two look the same and must not be confused, so
/// the API hands out <see cref="IssuedCredential"/> and <see cref="HeldCredential"/>.
/// </summary>
public sealed record Credential
{
    /// <summary>The largest credential that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    /// <summary>The schema.</summary>
    [JsonPropertyName("schema_id")]
    public required SchemaId SchemaId { get; init; }

    /// <summary>The credential definition.</summary>
    [JsonPropertyName("cred_def_id")]
    public required CredentialDefinitionId CredentialDefinitionId { get; init; }

    /// <summary>The revocation registry, where the credential can be revoked.</summary>
    [JsonPropertyName("rev_reg_id")]
    public RevocationRegistryId? RevocationRegistryId { get; init; }

    /// <summary>The values by attribute name, spelled as the issuer does.</summary>
    [JsonPropertyName("values")]
    public required IReadOnlyDictionary<string, AttributeValue> Values { get; init; }

    /// <summary>The signature.</summary>
    [JsonPropertyName("signature")]
    public required CredentialSignature Signature { get; init; }

    /// <summary>The proof that the signature was made with the key of the definition.</summary>
    [JsonPropertyName("signature_correctness_proof")]
    public required SignatureCorrectnessProof SignatureCorrectnessProof { get; init; }

    /// <summary>The accumulator at the time of issuing.</summary>
    [JsonPropertyName("rev_reg")]
    public RevocationRegistryState? RevocationRegistry { get; init; }

    /// <summary>The witness at the time of issuing.</summary>
    [JsonPropertyName("witness")]
    public Witness? Witness { get; init; }

    /// <summary>The values by normalised name.</summary>
    internal Dictionary<string, AttributeValue> NormalValues() =>
        Values.ToDictionary(pair => AttributeName.Normalize(pair.Key), pair => pair.Value, StringComparer.Ordinal);

    internal static Credential Parse(ReadOnlySpan<byte> utf8)
    {
        var credential = StrictJson.Parse(utf8, AnonCredsJson.Default.Credential, MaximumBytes);
        credential.Validate();
        return credential;
    }

    internal byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.Credential);

    /// <summary>Returns <c>[redacted]</c>: a credential holds personal values.</summary>
    public override string ToString() => "[redacted]";

    /// <summary>Checks the rules that hold between members.</summary>
    internal void Validate()
    {
        Require(Values.Count is > 0 and <= Schema.MaximumAttributes, "values", "a credential has 1 to 125 values");
        var normal = Values.Keys.Select(AttributeName.Normalize).ToHashSet(StringComparer.Ordinal);
        Require(normal.Count == Values.Count, "values", "two names are the same when spaces and case are set aside");
        Require(!normal.Contains(AttributeName.LinkSecret), "values", "the link secret is no value");
        Require(Values.Values.All(value => value.Raw.Length <= AttributeEncoding.MaximumLength), "values", "a value is longer than the limit");
        Require(
            RevocationRegistryId is null || (RevocationRegistry is not null && Witness is not null),
            "rev_reg_id",
            "a credential that can be revoked carries 'rev_reg' and 'witness'");
    }

    private static void Require(bool holds, string field, string fix)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, $"The credential is refused at {field}: {fix}.", $"$.{field}");
    }
}

/// <summary>The two signatures of a credential.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CredentialSignature
{
    /// <summary>Over the attributes.</summary>
    [JsonPropertyName("p_credential")]
    public required PrimarySignature Primary { get; init; }

    /// <summary>Over the place in the revocation registry, where there is one.</summary>
    [JsonPropertyName("r_credential")]
    public NonRevocationSignature? NonRevocation { get; init; }

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}

/// <summary>The state of a registry: its accumulator.</summary>
/// <param name="Accumulator">The accumulator.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RevocationRegistryState(
    [property: JsonPropertyName("accum"), JsonRequired, JsonConverter(typeof(AccumulatorConverter))] G2Point Accumulator);

/// <summary>The witness that an index is in an accumulator.</summary>
/// <param name="Omega">The witness.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Witness([property: JsonPropertyName("omega"), JsonRequired, JsonConverter(typeof(AccumulatorConverter))] G2Point Omega);
