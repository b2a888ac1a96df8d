using System.Numerics;
using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Credentials;

/// <summary>The signature over the attributes (specification 6.2). Prints nothing: it is what a holder proves to have.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PrimarySignature
{
    /// <summary>The credential context, the same for everything signed for one request and index.</summary>
    [JsonPropertyName("m_2")]
    public required BigInteger M2 { get; init; }

    /// <summary>The root.</summary>
    [JsonPropertyName("a")]
    public required BigInteger A { get; init; }

    /// <summary>The prime exponent.</summary>
    [JsonPropertyName("e")]
    public required BigInteger E { get; init; }

    /// <summary>The blinding exponent: the issuer's part as issued, the whole one after processing.</summary>
    [JsonPropertyName("v")]
    public required BigInteger V { get; init; }

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}
