using System.Text.Json.Serialization;

namespace GovID.AnonCreds.Presentations;

/// <summary>A value shown, and the sub-proof that proves it.</summary>
/// <param name="SubProofIndex">The position of the sub-proof and of its identifiers, from 0.</param>
/// <param name="Raw">The value for people.</param>
/// <param name="Encoded">The integer that was signed, as decimal text (specification 5).</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RevealedAttribute(
    [property: JsonPropertyName("sub_proof_index"), JsonRequired] int SubProofIndex,
    [property: JsonPropertyName("raw"), JsonRequired] string Raw,
    [property: JsonPropertyName("encoded"), JsonRequired] string Encoded)
{
    /// <summary>Returns <c>[redacted]</c>: a value is personal.</summary>
    public override string ToString() => "[redacted]";
}

/// <summary>The values of a group, all from one credential.</summary>
/// <param name="SubProofIndex">The position of the sub-proof and of its identifiers, from 0.</param>
/// <param name="Values">The values by name, spelled as in the request.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RevealedAttributeGroup(
    [property: JsonPropertyName("sub_proof_index"), JsonRequired] int SubProofIndex,
    [property: JsonPropertyName("values"), JsonRequired] IReadOnlyDictionary<string, Credentials.AttributeValue> Values);

/// <summary>Points to the sub-proof that answers a referent.</summary>
/// <param name="SubProofIndex">The position of the sub-proof and of its identifiers, from 0.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SubProofReference(
    [property: JsonPropertyName("sub_proof_index"), JsonRequired] int SubProofIndex);
