using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;

namespace GovID.AnonCreds;

/// <summary>The serialisers of every object of the package, generated at build.</summary>
[JsonSourceGenerationOptions(
    MaxDepth = StrictJson.MaximumDepth,
    RespectNullableAnnotations = true,
    NumberHandling = JsonNumberHandling.Strict,
    UseStringEnumConverter = false)]
[JsonSerializable(typeof(PresentationRequest))]
[JsonSerializable(typeof(Schema))]
internal sealed partial class AnonCredsJson : JsonSerializerContext;
