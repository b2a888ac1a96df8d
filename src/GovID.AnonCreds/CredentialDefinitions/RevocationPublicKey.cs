using System.Text.Json.Serialization;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.CredentialDefinitions;

/// <summary>The issuer's public key for revocation (specification 10.5).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RevocationPublicKey(
    [property: JsonPropertyName("g"), JsonRequired] G1Point G,
    [property: JsonPropertyName("g_dash"), JsonRequired] G2Point GDash,
    [property: JsonPropertyName("h"), JsonRequired] G1Point H,
    [property: JsonPropertyName("h0"), JsonRequired] G1Point H0,
    [property: JsonPropertyName("h1"), JsonRequired] G1Point H1,
    [property: JsonPropertyName("h2"), JsonRequired] G1Point H2,
    [property: JsonPropertyName("htilde"), JsonRequired] G1Point HTilde,
    [property: JsonPropertyName("h_cap"), JsonRequired] G2Point HCap,
    [property: JsonPropertyName("u"), JsonRequired] G2Point U,
    [property: JsonPropertyName("pk"), JsonRequired] G1Point Pk,
    [property: JsonPropertyName("y"), JsonRequired] G2Point Y);
