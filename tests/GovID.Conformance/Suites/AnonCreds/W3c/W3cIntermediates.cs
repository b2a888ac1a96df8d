using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.W3c;
using GovID.Cryptography.Bn254;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>What a verifier computes from derived credentials before it hashes.</summary>
internal static class W3cIntermediates
{
    public static void Check(AnonCredsFolder folder, JsonNode json, JsonNode intermediates)
    {
        var presentation = W3cPresentation.Parse(VectorKey.Utf8(json["presentation"]!));
        var challenge = presentation.Aggregated.Challenge;
        Conformance.Check.Equal("c_hash", Number(intermediates["c_hash"]!), challenge);
        var stated = intermediates["sub_proofs"]!.AsArray();
        Conformance.Check.Equal("sub_proofs", stated.Count, presentation.Credentials.Count);
        var objects = PresentationCases.Objects(folder, json, PresentationCases.Document(json));
        for (var i = 0; i < stated.Count; i++)
        {
            var credential = presentation.Credentials[i];
            var key = VectorKey.Of(folder, json, credential.Identifiers.CredentialDefinitionId);
            var taus = PrimaryVerification.Commitments(key.Prepared, credential.Proof.Primary, challenge);
            var expected = stated[i]!["predicates"]!.AsArray().SelectMany(Taus).Prepend(Number(stated[i]!["T_hat"]!));
            Conformance.Check.Equal($"sub_proofs[{i}]", string.Join(' ', expected), string.Join(' ', taus));
            var texts = stated[i]!["non_revocation_tau_hex"]?.AsArray().Select(item => item!.GetValue<string>()) ?? [];
            Conformance.Check.Equal(
                $"sub_proofs[{i}].non_revocation_tau_hex", string.Join(' ', texts), string.Join(' ', NonRevocation(credential, key, objects, challenge)));
        }
    }

    private static IEnumerable<string> NonRevocation(W3cDerivedCredential credential, VectorKey key, VerificationObjects objects, BigInteger challenge)
    {
        if (credential.Proof.NonRevocation is not { } proof)
            return [];
        var identifiers = credential.Identifiers;
        var list = objects.StatusLists.Single(item => item.RegistryId == identifiers.RevocationRegistryId && item.Timestamp == identifiers.Timestamp);
        var registry = objects.Registries[identifiers.RevocationRegistryId!];
        var taus = new NonRevocationTaus(
            key.Definition.Value.Revocation!, list.Accumulator!, proof.Commitments, proof.Responses, Reduce(credential.Proof.Primary.Equality.M2));
        return taus.Verified(registry.Value.PublicKeys.AccumulatorKey.Z, Reduce(challenge)).Select(Convert.ToHexStringLower);
    }

    private static IEnumerable<BigInteger> Taus(JsonNode? predicate) =>
        (predicate as JsonArray ?? predicate!["tau"]!.AsArray()).Select(tau => Number(tau!));

    private static Scalar Reduce(BigInteger value) => Scalar.Reduce(value.ToByteArray(isUnsigned: true, isBigEndian: true));

    private static BigInteger Number(JsonNode json) => BigInteger.Parse(json.GetValue<string>(), CultureInfo.InvariantCulture);
}
