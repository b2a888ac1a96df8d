using System.Text.Json.Nodes;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Mathematics;

namespace GovID.Conformance.Suites.AnonCreds.Registries;

/// <summary>What <c>cases/</c> record of revocation: the holder's states, and the values that a verifier hashes.</summary>
internal static class StateCases
{
    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder)
    {
        foreach (var file in folder.Files("cases"))
        {
            var json = folder.Read("cases", file);
            var states = json["revocation_states"]?.AsArray() ?? [];
            for (var i = 0; i < states.Count; i++)
            {
                var state = states[i]!;
                yield return new ConformanceCase($"cases/{file} revocation_states[{i}]", () => CheckState(Registry(folder, state), json, state));
            }

            if (json["form"]?.GetValue<string>() == "w3c")
                continue;
            var subProofs = json["verifier_intermediates"]?["sub_proofs"]?.AsArray() ?? [];
            for (var i = 0; i < subProofs.Count; i++)
            {
                var index = i;
                if (subProofs[i]!["non_revocation_tau_hex"] is { } taus)
                    yield return new ConformanceCase($"cases/{file} non_revocation_tau_hex[{i}]", () => CheckTaus(folder, json, taus, index));
            }
        }
    }

    /// <summary>The eight values of a sub-proof against an accumulator.</summary>
    public static void CheckTaus(JsonNode expected, Presentation presentation, int index, (VectorRegistry Registry, RevocationStatusList List) revocation)
    {
        var subProof = presentation.Proof.SubProofs[index];
        var proof = subProof.NonRevocation ?? throw new MismatchException("the sub-proof has no part for revocation");
        var taus = new NonRevocationTaus(
            revocation.Registry.Key.Definition.Value.Revocation!,
            revocation.List.Accumulator!,
            proof.Commitments,
            proof.Responses,
            Scalar.Reduce(BigNumber.ToBigEndian(subProof.Primary.Equality.M2)));
        var challenge = Scalar.Reduce(BigNumber.ToBigEndian(presentation.Proof.Aggregated.Challenge));
        var computed = taus.Verified(revocation.Registry.Definition.Value.PublicKeys.AccumulatorKey.Z, challenge).Select(Convert.ToHexStringLower).ToList();
        Check.Equal("non_revocation_tau_hex", expected.AsArray().Count, computed.Count);
        for (var k = 0; k < computed.Count; k++)
            Check.Equal($"non_revocation_tau_hex[{k}]", expected[k]!.GetValue<string>(), computed[k]);
    }

    private static void CheckTaus(AnonCredsFolder folder, JsonNode json, JsonNode expected, int index)
    {
        var presentation = Presentation.Parse(VectorKey.Utf8(json["presentation"]!));
        var identifiers = presentation.Identifiers[index];
        foreach (var item in json["status_lists"]!.AsArray())
        {
            var registry = Registry(folder, item!);
            var list = registry.List(item!["index"]!.GetValue<int>());
            if (registry.Id != identifiers.RevocationRegistryId || list.Timestamp != identifiers.Timestamp)
                continue;
            CheckTaus(expected, presentation, index, (registry, list));
            return;
        }

        throw new MismatchException("the case gives no status list of the sub-proof's registry and time");
    }

    /// <summary>The state of a holder at a list. A presentation that must not verify may have been made with the witness of an earlier one.</summary>
    private static void CheckState(VectorRegistry registry, JsonNode json, JsonNode state)
    {
        var recorded = RevocationState.Parse(VectorKey.Utf8(state["revocation_state"]!));
        var index = state["status_list_index"]!.GetValue<int>();
        var list = registry.List(index);
        Check.Equal("timestamp", recorded.Timestamp, list.Timestamp!.Value);
        Check.Equal("rev_reg.accum", recorded.Registry.Accumulator.ToText(), list.Accumulator!.ToText());
        var earliest = json["expected"]!["verify"]!.GetValue<bool>() ? index : 0;
        registry.WithTails((_, tails) =>
        {
            var possible = Enumerable.Range(earliest, index - earliest + 1).Reverse()
                .SelectMany(at => Witnesses(registry, tails, registry.List(at), state["rev_idx"]!.GetValue<int>()))
                .ToList();
            Check.Equal("witness.omega", recorded.Witness.Omega.ToText(), (possible.Find(omega => omega == recorded.Witness.Omega) ?? possible[0]).ToText());
        });
    }

    /// <summary>The witness at a list; in a registry issued on demand it may have been computed in two ways (specification 10.5).</summary>
    private static IEnumerable<G2Point> Witnesses(VectorRegistry registry, TailsFile tails, RevocationStatusList list, int index)
    {
        yield return VectorRegistry.Witness(tails, list, index, withLast: true);
        if (!registry.IssuedByDefault)
            yield return VectorRegistry.Witness(tails, list, index, withLast: false);
    }

    private static VectorRegistry Registry(AnonCredsFolder folder, JsonNode item)
    {
        var json = folder.Registry(item["registry"]!.GetValue<string>());
        return new VectorRegistry(json, folder.Key(json["key"]!.GetValue<string>()));
    }
}
