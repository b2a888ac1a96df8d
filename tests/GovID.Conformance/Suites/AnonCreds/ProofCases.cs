using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.Cryptography.Mathematics;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>
/// The inner values of <c>cases/</c>: what a verifier computes before it hashes, and proofs repeated from their recorded random values.
/// </summary>
internal static class ProofCases
{
    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder)
    {
        foreach (var file in folder.Files("cases"))
        {
            var json = folder.Read("cases", file);
            if (json["form"]?.GetValue<string>() == "w3c")
                continue;
            if (json["verifier_intermediates"] is { } intermediates)
                yield return new ConformanceCase($"cases/{file} verifier_intermediates", () => CheckIntermediates(folder, json, intermediates));
            if (json["randomness"] is { } randomness)
                yield return new ConformanceCase($"cases/{file} randomness", () => CheckRepeated(folder, json, randomness));
        }
    }

    private static void CheckIntermediates(AnonCredsFolder folder, JsonNode json, JsonNode intermediates)
    {
        var presentation = Presentation.Parse(VectorKey.Utf8(json["presentation"]!));
        var challenge = presentation.Proof.Aggregated.Challenge;
        Check.Equal("c_hash", Number(intermediates["c_hash"]!), challenge);
        var stated = intermediates["sub_proofs"]!.AsArray();
        Check.Equal("sub_proofs", stated.Count, presentation.Proof.SubProofs.Count);
        for (var i = 0; i < stated.Count; i++)
        {
            var key = VectorKey.Of(folder, json, presentation.Identifiers[i].CredentialDefinitionId).Prepared;
            var taus = PrimaryVerification.Commitments(key, presentation.Proof.SubProofs[i].Primary, challenge).ToList();
            var expected = stated[i]!["predicates"]!.AsArray()
                .SelectMany(predicate => (predicate as JsonArray ?? predicate!["tau"]!.AsArray()).Select(tau => Number(tau!)))
                .Prepend(Number(stated[i]!["T_hat"]!))
                .ToList();
            Check.Equal($"sub_proofs[{i}]", string.Join(' ', expected), string.Join(' ', taus));
        }
    }

    private static void CheckRepeated(AnonCredsFolder folder, JsonNode json, JsonNode randomness)
    {
        var request = PresentationRequest.Parse(VectorKey.Utf8(json["presentation_request"]!));
        var recorded = Presentation.Parse(VectorKey.Utf8(json["presentation"]!));
        var issuances = json["issuance"]!.AsArray().Select(item => new VectorIssuance(folder, item!)).ToList();
        using var linkSecret = issuances[0].LinkSecret();
        using var mask = Secret(randomness["m_tilde_master_secret"]!);
        var credentials = Enumerable.Range(0, recorded.Identifiers.Count).Select(i => Choice(recorded, issuances, i)).ToList();
        var repeated = new GovID.AnonCreds.Holder().Present(
            request,
            credentials,
            linkSecret,
            recorded.RequestedProof.SelfAttestedAttributes,
            new PresentationRandomness(mask, i => Masks(randomness["sub_proofs"]![i]!)));
        Check.Equal("presentation", recorded.ToUtf8Json().ToJsonElement(), repeated.ToUtf8Json().ToJsonElement());
    }

    /// <summary>Which credential made a sub-proof, found by its definition and values, and what it answers.</summary>
    private static CredentialToPresent Choice(Presentation recorded, List<VectorIssuance> issuances, int index)
    {
        var issuance = issuances.First(item => item.Key.CredentialDefinitionId == recorded.Identifiers[index].CredentialDefinitionId);
        var answer = recorded.RequestedProof;
        var shown = answer.RevealedAttributes.Where(pair => pair.Value.SubProofIndex == index).Select(pair => pair.Key)
            .Concat(answer.RevealedAttributeGroups?.Where(pair => pair.Value.SubProofIndex == index).Select(pair => pair.Key) ?? []);
        var hidden = answer.UnrevealedAttributes.Where(pair => pair.Value.SubProofIndex == index).Select(pair => pair.Key);
        return new CredentialToPresent
        {
            Credential = issuance.Processed(),
            Schema = issuance.Key.Schema,
            Definition = issuance.Key.Definition,
            Attributes = shown.Select(referent => (referent, true)).Concat(hidden.Select(referent => (referent, false))).ToDictionary(),
            Predicates = answer.Predicates.Where(pair => pair.Value.SubProofIndex == index).Select(pair => pair.Key).ToHashSet(),
        };
    }

    private static SubProofMasks Masks(JsonNode json) => new()
    {
        M2Tilde = Secret(json["m2_tilde"]!),
        R = Secret(json["r"]!),
        ETilde = Secret(json["e_tilde"]!),
        VTilde = Secret(json["v_tilde"]!),
        MTilde = json["m_tilde"]!.AsObject().Where(pair => pair.Key != "master_secret").ToDictionary(pair => pair.Key, pair => Secret(pair.Value!)),
        Predicates = [.. (json["predicates"]?.AsArray() ?? []).Select(predicate => PredicateMasks(predicate!))],
    };

    private static PredicateMasks PredicateMasks(JsonNode json) => new()
    {
        U = Secrets(json["u"]!),
        R = [.. Secrets(json["r"]!), Secret(json["r_delta"]!)],
        UTilde = Secrets(json["u_tilde"]!),
        RTilde = [.. Secrets(json["r_tilde"]!), Secret(json["r_tilde_delta"]!)],
        AlphaTilde = Secret(json["alpha_tilde"]!),
    };

    private static SecretNumber[] Secrets(JsonNode json) => [.. json.AsArray().Select(item => Secret(item!))];

    private static SecretNumber Secret(JsonNode json) => SecretNumber.From(Number(json));

    private static BigInteger Number(JsonNode json) => BigInteger.Parse(json.GetValue<string>(), CultureInfo.InvariantCulture);
}
