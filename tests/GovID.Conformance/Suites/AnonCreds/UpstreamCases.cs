using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using GovID.AnonCreds;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Hashing;
using GovID.Cryptography.Mathematics;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>The known answers of <c>upstream/</c>.</summary>
internal static class UpstreamCases
{
    private const string Unit = "upstream/unit.json";
    private const string Proof = "upstream/cl-kcp-v0.4.1.json";
    private const string Unlinked = "upstream/cl-unlinked-revocation-proof.json";
    private const int ProofBytes = 1_048_576;

    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder)
    {
        if (folder.Has(Unit))
        {
            var unit = folder.Read(Unit);
            foreach (var (name, check) in UnitChecks(unit))
                yield return new ConformanceCase($"{Unit} {name}", check);
        }

        if (folder.Has(Proof))
            yield return new ConformanceCase(Proof, () => CheckCorrectnessProof(folder.Read(Proof)));
        if (folder.Has(Unlinked))
            yield return new ConformanceCase(Unlinked, () => CheckUnlinked(folder.Read(Unlinked)));
    }

    private static IEnumerable<(string Name, Action Check)> UnitChecks(JsonNode unit) =>
    [
        .. Each(unit, "hash_list", item => Check.Equal(
            "sha256_of_concatenation_hex",
            Text(item, "sha256_of_concatenation_hex"),
            Convert.ToHexString(Sha256.Hash([.. item["inputs_hex"]!.AsArray().SelectMany(hex => Convert.FromHexString(hex!.GetValue<string>()))])))),
        .. Each(unit, "credential_context_m2", item => Check.Equal(
            "m2", Number(item, "m2"), CredentialContext.Compute(Text(item, "entropy"), item["rev_idx"]!.GetValue<int>()))),
        .. Each(unit, "four_squares", CheckSquares),
        .. Each(unit, "modexp", item => Check.Equal(
            "result", Number(item, "result"), ModularContext.Create(Number(item, "mod")).Pow(Number(item, "base"), Number(item, "exp")))),
        ("two_pow_596", () => Check.Equal("two_pow_596", Number(unit, "two_pow_596"), Sizes.ExponentOffset)),
        ("bn254_constants", () => CheckConstants(unit["bn254_constants"]!)),
        ("bn254_points", () => CheckPoints(unit["bn254_points"]!)),
        ("identifiers", () => CheckIdentifiers(unit["identifiers"]!)),
        ("nonce", () => CheckNonces(unit["nonce"]!)),
    ];

    private static IEnumerable<(string Name, Action Check)> Each(JsonNode unit, string member, Action<JsonNode> check) =>
        unit[member]!.AsArray().Select((item, i) => ($"{member}[{i}]", (Action)(() => check(item!))));

    /// <summary>Any four squares of the sum will do; ours need not be the stated ones.</summary>
    private static void CheckSquares(JsonNode item)
    {
        var delta = item["delta"]!.GetValue<long>();
        var (first, second, third, fourth) = FourSquares.Find(delta);
        Check.Equal("ours", delta, (first * first) + (second * second) + (third * third) + (fourth * fourth));
        Check.Equal("roots", delta, item["roots"]!.AsArray().Sum(root => root!.GetValue<long>() * root.GetValue<long>()));
    }

    private static void CheckConstants(JsonNode constants)
    {
        G1Point g1 = G1Point.Generator;
        G2Point g2 = G2Point.Generator;
        Scalar seven = Scalar.FromInteger(7), five = Scalar.FromInteger(5);
        Check.Equal("g1", G1Point.ParseText(Text(constants, "g1")), g1);
        Check.Equal("g2", G2Point.ParseText(Text(constants, "g2")), g2);
        Check.Equal("g1_times_7", G1Point.ParseText(Text(constants, "g1_times_7")), g1 * seven);
        Check.Equal("g2_times_7", G2Point.ParseText(Text(constants, "g2_times_7")), g2 * seven);
        var pairing = Pairing.Compute(g1, g2);
        Check.Equal("e_g1_g2", Gt.ParseText(Text(constants, "e_g1_g2")), pairing);
        Check.Equal("e_g1_g2_bytes_sha256", Text(constants, "e_g1_g2_bytes_sha256").ToUpperInvariant(), Convert.ToHexString(Sha256.Hash(pairing.ToBytes())));
        Check.Equal("e_7g1_5g2", Gt.ParseText(Text(constants, "e_7g1_5g2")), Pairing.Compute(g1 * seven, g2 * five));
    }

    private static void CheckPoints(JsonNode points)
    {
        foreach (var text in Texts(points, "g1_valid"))
            Check.That("g1_valid", G1Point.TryParseText(text, out _), "was refused");
        foreach (var text in Texts(points, "g1_invalid"))
            Check.That("g1_invalid", !G1Point.TryParseText(text, out _), "was accepted");
        foreach (var text in Texts(points, "g1_infinity_only_where_allowed"))
        {
            Check.That("g1_infinity_only_where_allowed", !G1Point.TryParseText(text, out _), "was accepted where it is not allowed");
            Check.That("g1_infinity_only_where_allowed", G1Point.TryParseText(text, out _, allowIdentity: true), "was refused where it is allowed");
        }

        foreach (var text in Texts(points, "accumulator_infinity"))
            Check.That("accumulator_infinity", G2Point.TryParseText(text, out var point, allowIdentity: true) && point.IsIdentity, "was refused");
    }

    private static void CheckIdentifiers(JsonNode ids)
    {
        foreach (var id in Texts(ids, "issuer_id_valid"))
            Check.That(id, IssuerId.TryParse(id, out _), "was refused");
        foreach (var id in Texts(ids, "issuer_id_invalid"))
            Check.That(id, !IssuerId.TryParse(id, out _), "was accepted");
        foreach (var id in Texts(ids, "legacy_schema_id"))
            Check.That(id, SchemaId.TryParse(id, out var schema) && schema.IsLegacy, "is no legacy schema id");
        foreach (var id in Texts(ids, "legacy_cred_def_id"))
            Check.That(id, CredentialDefinitionId.TryParse(id, out var definition) && definition.IsLegacy, "is no legacy credential definition id");
        foreach (var id in Texts(ids, "legacy_rev_reg_id"))
            Check.That(id, RevocationRegistryId.TryParse(id, out var registry) && registry.IsLegacy, "is no legacy registry id");
        var invalid = ids["legacy_invalid"]!;
        foreach (var id in Texts(invalid, "schema"))
            Check.That(id, !IdentifierGrammar.IsLegacySchemaId(id), "counts as a legacy schema id");
        foreach (var id in Texts(invalid, "cred_def"))
            Check.That(id, !IdentifierGrammar.IsLegacyCredentialDefinitionId(id), "counts as a legacy credential definition id");
        foreach (var id in Texts(invalid, "rev_reg"))
            Check.That(id, !IdentifierGrammar.IsLegacyRegistryId(id), "counts as a legacy registry id");
    }

    /// <summary>Zero is well formed there and refused here (specification 1.1).</summary>
    private static void CheckNonces(JsonNode nonce)
    {
        foreach (var text in Texts(nonce, "valid"))
            Check.Equal(text, text.Trim('0').Length > 0, Nonce.TryParse(text, out _));
        foreach (var text in Texts(nonce, "invalid"))
            Check.That(text, !Nonce.TryParse(text, out _), "was accepted");
    }

    private static void CheckCorrectnessProof(JsonNode json)
    {
        var key = StrictJson.Parse(VectorKey.Utf8(json["primary_public_key"]!), AnonCredsJson.Default.PrimaryPublicKey, ProofBytes).Modernized();
        var proof = StrictJson.Parse(VectorKey.Utf8(json["key_correctness_proof"]!), AnonCredsJson.Default.KeyCorrectnessProof, ProofBytes);
        Check.Equal("valid", json["expected"]!["valid"]!.GetValue<bool>(), KeyCorrectness.Check(new PreparedKey(key), proof) is null);
    }

    /// <summary>The older dialect has a member that is refused when the proof is read, so it never verifies.</summary>
    private static void CheckUnlinked(JsonNode json)
    {
        var read = true;
        try
        {
            StrictJson.Parse(VectorKey.Utf8(json["proof"]!), AnonCredsJson.Default.PresentationProof, ProofBytes);
        }
        catch (AnonCredsException)
        {
            read = false;
        }

        Check.Equal("verify", json["expected"]!["verify"]!.GetValue<bool>(), read);
    }

    private static string Text(JsonNode json, string member) => json[member]!.GetValue<string>();

    private static IEnumerable<string> Texts(JsonNode json, string member) => json[member]!.AsArray().Select(item => item!.GetValue<string>());

    private static BigInteger Number(JsonNode json, string member) => BigInteger.Parse(Text(json, member), CultureInfo.InvariantCulture);
}
