using System.Numerics;
using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Credentials;

/// <summary>The holder's proof that a blinded link secret was made as it should be (specification 4.5).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record LinkSecretProof
{
    /// <summary>The challenge.</summary>
    [JsonPropertyName("c")]
    public required BigInteger Challenge { get; init; }

    /// <summary>The response for the blinding factor.</summary>
    [JsonPropertyName("v_dash_cap")]
    public required BigInteger VResponse { get; init; }

    /// <summary>The responses for hidden attributes: exactly the link secret's.</summary>
    [JsonPropertyName("m_caps")]
    public required IReadOnlyDictionary<string, BigInteger> MResponses { get; init; }

    /// <summary>The responses for committed attributes; always empty.</summary>
    [JsonPropertyName("r_caps")]
    public required IReadOnlyDictionary<string, BigInteger> RResponses { get; init; }
}
