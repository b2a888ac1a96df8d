using System.Text.Json.Nodes;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Bn254;

namespace GovID.Conformance.Suites.AnonCreds.Registries;

/// <summary>The flow of a file of <c>revocation/</c>: credentials, witnesses at each list, presentations, negatives, witness updates.</summary>
internal static class FlowCases
{
    private static readonly Verifier Strict = new();

    public static IEnumerable<ConformanceCase> Load(string file, JsonNode json, Lazy<VectorRegistry> registry)
    {
        yield return new ConformanceCase($"{file} key", () =>
        {
            KeyCases.Run(registry.Value.Key);
            RegistryCases.CheckKey(registry.Value.Key);
        });
        foreach (var (i, credential) in Items(json, "credentials"))
            yield return new ConformanceCase($"{file} credentials[{i}]", () => CheckCredential(registry.Value, credential));
        foreach (var (i, item) in Items(json, "cases"))
        {
            yield return new ConformanceCase($"{file} cases[{i}]", () => CheckCase(json, registry.Value, item));
            foreach (var negative in item["negatives"]?.AsArray() ?? [])
                yield return new ConformanceCase($"{file} cases[{i}] {negative!["name"]}", () => CheckNegative(registry.Value, negative));
        }

        foreach (var (i, update) in Items(json, "witness_updates"))
            yield return new ConformanceCase($"{file} witness_updates[{i}]", () => CheckUpdate(registry.Value, update));
    }

    /// <summary>The request is one that the issuer signs a place for, and the credential is processed to exactly what was recorded.</summary>
    private static void CheckCredential(VectorRegistry registry, JsonNode json)
    {
        var offer = CredentialOffer.Parse(VectorKey.Utf8(json["credential_offer"]!));
        var request = CredentialRequest.Parse(VectorKey.Utf8(json["credential_request"]!));
        var received = IssuedCredential.Parse(VectorKey.Utf8(json["credential"]!));
        var index = json["rev_idx"]!.GetValue<int>();
        Check.Equal("rev_idx", index, received.Content.Signature.NonRevocation!.Index);
        Check.Equal("credential_offer", json["credential_offer"]!.ToJsonElement(), offer.ToUtf8Json().ToJsonElement());
        CheckIssuing(registry, (offer, request), received.Content, index);
        using var metadata = CredentialRequestMetadata.Parse(VectorKey.Utf8(json["credential_request_metadata"]!));
        using var linkSecret = LinkSecret.Of(
            System.Numerics.BigInteger.Parse(json["link_secret"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture));
        var held = new Holder().Process(new ReceivedCredential
        {
            Credential = received,
            Metadata = metadata,
            LinkSecret = linkSecret,
            Definition = registry.Key.Definition,
            Registry = registry.Definition,
            Request = request,
        });
        var expected = HeldCredential.Parse(VectorKey.Utf8(json["processed_credential"]!));
        Check.Equal("processed_credential", expected.ToUtf8Json().ToJsonElement(), held.ToUtf8Json().ToJsonElement());
    }

    private static void CheckIssuing(VectorRegistry registry, (CredentialOffer Offer, CredentialRequest Request) asked, Credential recorded, int index)
    {
        using var secret = CredentialDefinitionPrivate.Parse(VectorKey.Utf8(registry.Key.Json["credDefPrivate"]!));
        var issued = new Issuer().Issue(new CredentialToIssue
        {
            Definition = registry.Key.Definition,
            Private = secret,
            Offer = asked.Offer,
            Request = asked.Request,
            Values = recorded.Values.ToDictionary(pair => pair.Key, pair => pair.Value.Raw),
            Revocation = new RevocationToIssue
            {
                RegistryId = registry.Id,
                Registry = registry.Definition,
                Private = registry.Private,
                StatusList = registry.List(0),
                Index = new RevocationRegistryPlaces(registry.Definition, []).Reserve(index),
            },
        });

        // Without the random scalars these are the same in every issuing.
        Check.Equal("m_2", recorded.Signature.Primary.M2, issued.Content.Signature.Primary.M2);
        Check.Equal("g_i", recorded.Signature.NonRevocation!.GI.ToText(), issued.Content.Signature.NonRevocation!.GI.ToText());
        Check.Equal("u_i", recorded.Signature.NonRevocation.WitnessSignature.UI.ToText(), issued.Content.Signature.NonRevocation.WitnessSignature.UI.ToText());
        Check.Equal(
            "sigma_i", recorded.Signature.NonRevocation.WitnessSignature.SigmaI.ToText(), issued.Content.Signature.NonRevocation.WitnessSignature.SigmaI.ToText());
        Check.Equal("rev_reg_id", recorded.RevocationRegistryId?.Value, issued.Content.RevocationRegistryId?.Value);
        foreach (var (name, value) in recorded.Values)
            Check.Equal($"values.{name}.encoded", value.Encoded, issued.Content.Values[name].Encoded);
    }

    private static void CheckCase(JsonNode json, VectorRegistry registry, JsonNode item)
    {
        var held = HeldCredential.Parse(VectorKey.Utf8(json["credentials"]![item["credential_index"]!.GetValue<int>()]!["processed_credential"]!));
        Check.Equal("rev_idx", item["rev_idx"]!.GetValue<int>(), held.Content.Signature.NonRevocation!.Index);
        var list = registry.List(item["status_list_index"]!.GetValue<int>());
        var recorded = RevocationState.Parse(VectorKey.Utf8(item["revocation_state"]!));
        var holds = NonRevocationCheck.FitsWitness(
            registry.Key.Definition.Value.Revocation!,
            held.Content.Signature.NonRevocation,
            recorded.Witness.Omega,
            list.Accumulator!,
            registry.Definition.Value.PublicKeys.AccumulatorKey.Z);
        Check.Equal("witness_equation_holds", item["witness_equation_holds"]!.GetValue<bool>(), holds);
        Check.Equal("witness_equation_holds", !list.Revoked[held.Content.Signature.NonRevocation.Index], holds);
        registry.WithTails((_, tails) => CheckState(registry, registry.Hold(held, tails), list, recorded));
        Check.Equal("expected.verify", item["expected"]!["verify"]!.GetValue<bool>(), Verifies(registry, item, list));
        var presentation = Presentation.Parse(VectorKey.Utf8(item["presentation"]!));
        StateCases.CheckTaus(item["intermediates"]!["non_revocation_tau_hex"]!, presentation, 0, (registry, list));
    }

    private static void CheckState(VectorRegistry registry, RevocableCredential credential, RevocationStatusList list, RevocationState recorded)
    {
        var index = credential.Credential.Content.Signature.NonRevocation!.Index;
        var omega = VectorRegistry.Witness(credential.Tails, list, index, withLast: true);
        Check.Equal("revocation_state.witness.omega", recorded.Witness.Omega.ToText(), omega.ToText());
        Check.Equal("revocation_state.rev_reg.accum", recorded.Registry.Accumulator.ToText(), list.Accumulator!.ToText());
        Check.Equal("revocation_state.timestamp", recorded.Timestamp, list.Timestamp!.Value);
        if (list.Revoked[index])
        {
            var refusal = Check.Refuses<AnonCredsException>("revocation_state", () => Holder.CreateRevocationState(credential, list));
            Check.Equal("revocation_state", nameof(AnonCredsErrorCode.Revoked), refusal.Code.ToString());
            return;
        }

        Check.Equal("revocation_state", recorded.ToUtf8Json().ToJsonElement(), Holder.CreateRevocationState(credential, list).ToUtf8Json().ToJsonElement());
    }

    private static void CheckNegative(VectorRegistry registry, JsonNode negative)
    {
        var verifies = Verifies(registry, negative, registry.List(negative["status_list_index"]!.GetValue<int>()));
        Check.Equal("expected", negative["expected"]!.GetValue<string>(), verifies ? "accept" : "reject");
    }

    private static bool Verifies(VectorRegistry registry, JsonNode item, RevocationStatusList list)
    {
        try
        {
            var presentation = Presentation.Parse(VectorKey.Utf8(item["presentation"]!));
            var request = PresentationRequest.Parse(VectorKey.Utf8(item["presentation_request"]!));
            return Strict.Verify(presentation, request, new VerificationObjects
            {
                Schemas = new Dictionary<SchemaId, Schema> { [registry.Key.SchemaId] = registry.Key.Schema },
                CredentialDefinitions = new Dictionary<CredentialDefinitionId, CredentialDefinition> { [registry.Key.CredentialDefinitionId] = registry.Key.Definition },
                Registries = new Dictionary<RevocationRegistryId, RevocationRegistryDefinition> { [registry.Id] = registry.Definition },

                // The list selects the accumulator; its time is that of the presentation, or the lookup alone would refuse it.
                StatusLists = [list with { Timestamp = presentation.Identifiers[0].Timestamp ?? list.Timestamp }],
            }) is PresentationVerdict.Accepted;
        }
        catch (AnonCredsException)
        {
            return false;
        }
    }

    private static void CheckUpdate(VectorRegistry registry, JsonNode update)
    {
        var index = update["rev_idx"]!.GetValue<int>();
        var from = registry.List(update["from_status_list"]!.GetValue<int>());
        var to = registry.List(update["to_status_list"]!.GetValue<int>());
        var delta = RevocationRegistryDelta.Between(from, to).Value;
        Check.Equal("issued", Joined(update["issued"]!), string.Join(' ', delta.Issued ?? []));
        Check.Equal("revoked", Joined(update["revoked"]!), string.Join(' ', delta.Revoked ?? []));
        registry.WithTails((_, tails) =>
        {
            var omega = VectorRegistry.Witness(tails, from, index, withLast: true);
            Check.Equal("omega_from", G2Point.ParseText(update["omega_from"]!.GetValue<string>(), allowIdentity: true).ToText(), omega.ToText());
            var sum = new G2Sum();
            sum.Add(omega);
            WitnessArithmetic.AddDifference(sum, tails, (from.Revoked, to.Revoked), index);
            Check.Equal("omega_to", G2Point.ParseText(update["omega_to"]!.GetValue<string>(), allowIdentity: true).ToText(), sum.ToPoint().ToText());
        });
    }

    private static string Joined(JsonNode indices) => string.Join(' ', indices.AsArray().Select(index => index!.GetValue<int>()).Order());

    private static IEnumerable<(int Index, JsonNode Item)> Items(JsonNode json, string member) =>
        (json[member]?.AsArray() ?? []).Select((item, index) => (index, item!));
}
