using System.Numerics;
using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Credentials;

/// <summary>The issuer's proof that a signature was made with the key of the definition (specification 6.3).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SignatureCorrectnessProof
{
    /// <summary>The response.</summary>
    [JsonPropertyName("se")]
    public required BigInteger Response { get; init; }

    /// <summary>The challenge.</summary>
    [JsonPropertyName("c")]
    public required BigInteger Challenge { get; init; }
}
