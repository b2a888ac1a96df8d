using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Schemas;
using GovID.AnonCreds.W3c;
using static GovID.AnonCreds.Internal.W3c.DocumentRules;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>The JSON of a credential and of a derived one (specification 11). Unknown members are refused.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record VerifiableCredential
{
    public const string RequiredType = "VerifiableCredential";

    [JsonPropertyName("@context")]
    public required IReadOnlyList<JsonElement> Context { get; init; }

    [JsonPropertyName("id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    [JsonPropertyName("type")]
    public required IReadOnlyList<string> Types { get; init; }

    [JsonPropertyName("issuer")]
    public required IssuerId Issuer { get; init; }

    [JsonPropertyName("credentialSubject")]
    public required IReadOnlyDictionary<string, W3cValue> Subject { get; init; }

    [JsonPropertyName("proof")]
    public required DocumentProofs Proofs { get; init; }

    [JsonPropertyName("issuanceDate")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IssuanceDate { get; init; }

    [JsonPropertyName("validFrom")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ValidFrom { get; init; }

    [JsonIgnore]
    public string? Date => IssuanceDate ?? ValidFrom;

    public static VerifiableCredential Of(W3cForm form, IssuerId issuer, IReadOnlyDictionary<string, W3cValue> subject, DocumentProofs proofs) => new()
    {
        Context = Contexts(form.Version),
        Types = [RequiredType],
        Issuer = issuer,
        Subject = subject,
        Proofs = proofs,
        IssuanceDate = form is { Version: W3cVersion.Version11, Date: { } issued } ? Rfc3339.Write(issued) : null,
        ValidFrom = form is { Version: W3cVersion.Version20, Date: { } from } ? Rfc3339.Write(from) : null,
    };

    /// <summary>Checks what stands in the document itself, and returns its version.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/> with the field below <paramref name="path"/>.</exception>
    public W3cVersion Validate(string path)
    {
        var version = CheckHead(path, Context, Types, RequiredType);
        Require(Id is null or { Length: > 0 and <= MaximumText }, $"{path}.id", "give an identifier, or leave it out");
        CheckDates(path, version);
        CheckProof($"{path}.proof", Proofs.Own, DataIntegrityProof.AssertionMethod);
        var field = $"{path}.credentialSubject";
        Require(Subject.Count <= Schema.MaximumAttributes, field, $"there are at most {Schema.MaximumAttributes} attributes");
        var normal = Subject.Keys.Select(AttributeName.Normalize).ToHashSet(StringComparer.Ordinal);
        Require(normal.Count == Subject.Count, field, "two names are the same when spaces and case are set aside");
        Require(!normal.Contains(AttributeName.LinkSecret), field, "the link secret is no value");
        Require(Subject.Values.All(value => value.Raw is null or { Length: <= AttributeEncoding.MaximumLength }), field, "a value is longer than the limit");
        return version;
    }

    private void CheckDates(string path, W3cVersion version)
    {
        var is11 = version == W3cVersion.Version11;
        Require(IssuanceDate is not null == is11, $"{path}.issuanceDate", "version 1.1 has it, and only that version");
        Require(ValidFrom is null || !is11, $"{path}.validFrom", "version 1.1 does not have it");
        Require(Date is null || Rfc3339.IsDateTime(Date), is11 ? $"{path}.issuanceDate" : $"{path}.validFrom", "give a date and time of RFC 3339");
    }
}
