using System.Text.Json.Nodes;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Revocation;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>One item of <c>issuance</c>.</summary>
internal sealed class VectorIssuance(AnonCredsFolder folder, JsonNode json)
{
    public VectorKey Key { get; } = folder.Key(json["key"]!.GetValue<string>());

    public CredentialOffer Offer() => CredentialOffer.Parse(VectorKey.Utf8(json["credential_offer"]!));

    public CredentialRequest Request() => CredentialRequest.Parse(VectorKey.Utf8(json["credential_request"]!));

    public CredentialRequestMetadata Metadata() => CredentialRequestMetadata.Parse(VectorKey.Utf8(json["credential_request_metadata"]!));

    public IssuedCredential Credential() => IssuedCredential.Parse(VectorKey.Utf8(json["credential"]!));

    public HeldCredential Processed() => HeldCredential.Parse(VectorKey.Utf8(json["processed_credential"]!));

    public JsonNode ProcessedJson => json["processed_credential"]!;

    public LinkSecret LinkSecret() => GovID.AnonCreds.Credentials.LinkSecret.Of(
        System.Numerics.BigInteger.Parse(json["link_secret"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture));

    public bool IsLegacyForm => json["credential"] is not null;

    public Dictionary<string, string> Values() => json["attribute_values_in"]!.AsArray()
        .ToDictionary(pair => pair![0]!.GetValue<string>(), pair => pair![1]!.GetValue<string>(), StringComparer.Ordinal);

    public RevocationRegistryDefinition? Registry() => json["registry"] is { } name
        ? RevocationRegistryDefinition.Parse(VectorKey.Utf8(folder.Registry(name.GetValue<string>())["rev_reg_def"]!))
        : null;
}
