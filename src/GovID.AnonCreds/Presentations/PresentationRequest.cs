using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Presentations.Restrictions;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds.Presentations;

/// <summary>What a verifier asks of a holder (specification 9.1). Unknown members are ignored; members are never doubled.</summary>
public sealed record PresentationRequest
{
    /// <summary>The most referents of both kinds together.</summary>
    public const int MaximumReferents = 256;

    /// <summary>The largest request that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 1_048_576;

    /// <summary>Binds the presentation to this request; use each only once.</summary>
    [JsonPropertyName("nonce")]
    public required Nonce Nonce { get; init; }

    /// <summary>A name for people.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The version of the request that the verifier gives it.</summary>
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>The version of the format: <c>1.0</c>, or <c>2.0</c> for a request whose restrictions hold identifiers that are URIs.</summary>
    [JsonPropertyName("ver")]
    [AllowNull]
    public string FormatVersion { get; init => field = value ?? "1.0"; } = "1.0";

    /// <summary>The attributes asked for, by referent.</summary>
    [JsonPropertyName("requested_attributes")]
    [AllowNull]
    public IReadOnlyDictionary<string, RequestedAttribute> RequestedAttributes { get; init => field = value ?? Empty<RequestedAttribute>(); } = Empty<RequestedAttribute>();

    /// <summary>The predicates asked for, by referent.</summary>
    [JsonPropertyName("requested_predicates")]
    [AllowNull]
    public IReadOnlyDictionary<string, RequestedPredicate> RequestedPredicates { get; init => field = value ?? Empty<RequestedPredicate>(); } = Empty<RequestedPredicate>();

    /// <summary>The interval of every referent that has none of its own.</summary>
    [JsonPropertyName("non_revoked")]
    public NonRevokedInterval? NonRevoked { get; init; }

    /// <summary>Reads and checks a request.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/>, <see cref="AnonCredsErrorCode.TooLarge"/> or <see cref="AnonCredsErrorCode.Invalid"/>, with the field.
    /// </exception>
    public static PresentationRequest Parse(ReadOnlySpan<byte> utf8)
    {
        var request = StrictJson.Parse(utf8, AnonCredsJson.Default.PresentationRequest, MaximumBytes);
        request.Validate();
        return request;
    }

    /// <summary>The request as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.PresentationRequest);

    /// <summary>Checks the rules that hold between members (9.1, 9.2).</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/> with the field.</exception>
    public void Validate()
    {
        Require(FormatVersion is "1.0" or "2.0", "ver", "the format versions are 1.0 and 2.0");
        var count = RequestedAttributes.Count + RequestedPredicates.Count;
        Require(count > 0, "requested_attributes", "ask for at least one attribute or predicate");
        Require(count <= MaximumReferents, "requested_attributes", $"ask for at most {MaximumReferents} attributes and predicates");
        foreach (var (referent, attribute) in RequestedAttributes)
            ValidateAttribute($"requested_attributes.{referent}", attribute);
        foreach (var (referent, predicate) in RequestedPredicates)
            Require(IsName(predicate.Name), $"requested_predicates.{referent}.name", "give the name of an attribute, at most 256 characters");
        ValidateTags();
    }

    private static Dictionary<string, T> Empty<T>() => [];

    private static void ValidateAttribute(string field, RequestedAttribute attribute)
    {
        Require(
            attribute.Name is null != attribute.Names is null, field, "give either 'name' or 'names', and not both");
        Require(attribute.Name is null || IsName(attribute.Name), $"{field}.name", "give a name of 1 to 256 characters");
        Require(
            attribute.Names is null || (attribute.Names.Count > 0 && attribute.Names.All(IsName)),
            $"{field}.names",
            "give at least one name, each of 1 to 256 characters");
        Require(
            attribute.Names is null || attribute.Names.Select(AttributeName.Normalize).Distinct(StringComparer.Ordinal).Count() == attribute.Names.Count,
            $"{field}.names",
            "give each attribute once");
    }

    /// <summary>A request that uses a tag and its legacy alias is refused as a whole (9.2).</summary>
    private void ValidateTags()
    {
        var tags = Restrictions().SelectMany(restriction => restriction.Tags()).ToHashSet(StringComparer.Ordinal);
        foreach (var kind in new[] { "issuer", "schema_issuer" })
        {
            Require(
                !(tags.Contains($"{kind}_id") && tags.Contains($"{kind}_did")),
                "requested_attributes",
                $"use either {kind}_id or {kind}_did in the restrictions of one request");
        }
    }

    private IEnumerable<Restriction> Restrictions() =>
        RequestedAttributes.Values.Select(attribute => attribute.Restrictions)
            .Concat(RequestedPredicates.Values.Select(predicate => predicate.Restrictions))
            .OfType<Restriction>();

    private static bool IsName(string name) => name.Length is > 0 and <= AttributeName.MaximumLength;

    private static void Require(bool holds, string field, string fix)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, $"The presentation request is refused at {field}: {fix}.", $"$.{field}");
    }
}
