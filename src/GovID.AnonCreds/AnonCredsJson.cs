using System.Text.Json.Serialization;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Internal.W3c;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds;

/// <summary>The serialisers of every object of the package, generated at build.</summary>
[JsonSourceGenerationOptions(
    MaxDepth = StrictJson.MaximumDepth,
    RespectNullableAnnotations = true,
    NumberHandling = JsonNumberHandling.Strict,
    UseStringEnumConverter = false,
    Converters = [typeof(DecimalConverter), typeof(SecretDecimalConverter), typeof(G1Converter), typeof(G2Converter), typeof(GtConverter), typeof(ScalarConverter)])]
[JsonSerializable(typeof(Credential))]
[JsonSerializable(typeof(CredentialDefinition))]
[JsonSerializable(typeof(CredentialDefinitionPrivateJson))]
[JsonSerializable(typeof(CredentialOffer))]
[JsonSerializable(typeof(CredentialRequest))]
[JsonSerializable(typeof(CredentialRequestMetadataJson))]
[JsonSerializable(typeof(DataIntegrityProof))]
[JsonSerializable(typeof(KeyCorrectnessProof))]
[JsonSerializable(typeof(Presentation))]
[JsonSerializable(typeof(PresentationRequest))]
[JsonSerializable(typeof(RevocationRegistryDefinition))]
[JsonSerializable(typeof(RevocationRegistryDelta))]
[JsonSerializable(typeof(RevocationRegistryPrivateJson))]
[JsonSerializable(typeof(RevocationState))]
[JsonSerializable(typeof(RevocationStatusList))]
[JsonSerializable(typeof(Schema))]
[JsonSerializable(typeof(VerifiableCredential))]
[JsonSerializable(typeof(VerifiablePresentation))]
internal sealed partial class AnonCredsJson : JsonSerializerContext;
