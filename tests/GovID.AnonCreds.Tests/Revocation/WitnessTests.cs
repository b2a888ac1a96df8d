using System.Text.Json.Nodes;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
using GovID.TestKit;

namespace GovID.AnonCreds.Tests.Revocation;

public sealed class WitnessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<TailsFile> _open = [];

    [Fact]
    public void Computes_the_recorded_witness_at_every_list()
    {
        var vector = RegistryVector.Read("");
        foreach (var recorded in vector.Json["cases"]!.AsArray())
        {
            var credential = Credential(vector, vector.Json["credentials"]![recorded!["credential_index"]!.GetValue<int>()]!["processed_credential"]!);
            var list = vector.Lists[recorded["status_list_index"]!.GetValue<int>()];
            if (!recorded["witness_equation_holds"]!.GetValue<bool>())
            {
                Should.Throw<AnonCredsException>(() => Holder.CreateRevocationState(credential, list)).Code.ShouldBe(AnonCredsErrorCode.Revoked);
                continue;
            }

            var state = Holder.CreateRevocationState(credential, list);

            state.ShouldBe(RevocationState.Parse(RegistryVector.Utf8(recorded["revocation_state"]!)));
        }
    }

    [Fact]
    public void Updates_the_recorded_witnesses_in_both_directions()
    {
        var vector = RegistryVector.Read("");
        foreach (var recorded in vector.Json["witness_updates"]!.AsArray())
        {
            var index = recorded!["rev_idx"]!.GetValue<int>();
            var issued = vector.Json["credentials"]!.AsArray().Single(item => item!["rev_idx"]!.GetValue<int>() == index)!;
            var credential = Credential(vector, issued["processed_credential"]!);
            var from = vector.Lists[recorded["from_status_list"]!.GetValue<int>()];
            var to = vector.Lists[recorded["to_status_list"]!.GetValue<int>()];
            if (from.Revoked[index] || to.Revoked[index])
                continue;
            var state = Holder.CreateRevocationState(credential, from);

            var updated = Holder.UpdateRevocationState(credential, state, from, to);

            state.Witness.ShouldBe(WitnessOf(recorded["omega_from"]!));
            updated.Witness.ShouldBe(WitnessOf(recorded["omega_to"]!));
            Holder.UpdateRevocationState(credential, updated, to, from).ShouldBe(state);
        }
    }

    [Fact]
    public void Agrees_with_every_recorded_state_of_the_reference_that_fits_its_list()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        var checkedStates = 0;
        foreach (var path in Directory.GetFiles(Path.Combine(SharedData.Vectors("anoncreds"), "reference", "cases"), "*.json").Order())
        {
            var json = JsonNode.Parse(File.ReadAllText(path))!;
            foreach (var recorded in json["revocation_states"]?.AsArray() ?? [])
                checkedStates += AgreesWith(json, recorded!) ? 1 : 0;
        }

        checkedStates.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Brings_the_witness_of_a_credential_issued_on_demand_from_list_to_list()
    {
        var vector = RegistryVector.Read("credit-10-on-demand");
        using var flow = new RevocationFlow(vector);
        var credential = new RevocableCredential(null!, vector.Definition, vector.Registry, Tails(vector));
        var before = vector.Lists[2];
        var (_, held) = flow.Issue(8, before);
        credential = credential with { Credential = held };
        var first = flow.Update(before, new StatusListChange { Issued = new HashSet<int> { 8 }, Timestamp = 1_800_000_000 });
        var second = flow.Update(first, new StatusListChange { Issued = new HashSet<int> { 1, 9 }, Revoked = new HashSet<int> { 3 }, Timestamp = 1_800_000_001 });

        var asIssued = Holder.UseIssuedWitness(credential, first);
        var updated = Holder.UpdateRevocationState(credential, asIssued, first, second);

        updated.ShouldBe(Holder.CreateRevocationState(credential, second));
        flow.PresentAndVerify(held, updated, second).ShouldBe(new PresentationVerdict.Accepted());
        Should.Throw<AnonCredsException>(() => Holder.UseIssuedWitness(credential, second)).Code.ShouldBe(AnonCredsErrorCode.Invalid);
    }

    [Fact]
    public void Issues_revokes_takes_back_proves_and_verifies()
    {
        var vector = RegistryVector.Read("lic-8");
        using var flow = new RevocationFlow(vector);
        var list = vector.Lists[0];
        var (_, held) = flow.Issue(6, list);
        var credential = new RevocableCredential(held, vector.Definition, vector.Registry, Tails(vector));
        var others = flow.Update(list, new StatusListChange { Revoked = new HashSet<int> { 1, 2, 7 }, Timestamp = 1_800_000_001 });
        var revoked = flow.Update(others, new StatusListChange { Revoked = new HashSet<int> { 6 }, Timestamp = 1_800_000_002 });
        var back = flow.Update(revoked, new StatusListChange { Issued = new HashSet<int> { 6, 7 }, Timestamp = 1_800_000_003 });

        var atFirst = Holder.CreateRevocationState(credential, list);
        var atOthers = Holder.UpdateRevocationState(credential, atFirst, list, others);

        flow.PresentAndVerify(held, atFirst, list).ShouldBe(new PresentationVerdict.Accepted());
        flow.PresentAndVerify(held, atOthers, others).ShouldBe(new PresentationVerdict.Accepted());
        Should.Throw<AnonCredsException>(() => Holder.UpdateRevocationState(credential, atOthers, others, revoked)).Code.ShouldBe(AnonCredsErrorCode.Revoked);
        var atBack = Holder.UpdateRevocationState(credential, atOthers, others, back);
        flow.PresentAndVerify(held, atBack, back).ShouldBe(new PresentationVerdict.Accepted());

        // An earlier state, given out as one of the list in which the credential is revoked.
        var dated = revoked with { Timestamp = others.Timestamp };
        flow.PresentAndVerify(held, atOthers, dated).ShouldBeOfType<PresentationVerdict.Rejected>();
        var lie = atOthers with { Registry = new RevocationRegistryState(revoked.Accumulator!), Timestamp = revoked.Timestamp!.Value };
        Refuses(() => flow.PresentAndVerify(held, lie, revoked), AnonCredsErrorCode.Revoked);
    }

    [Fact]
    public void Updating_through_any_lists_gives_the_witness_from_scratch()
    {
        var vector = RegistryVector.Read("lic-64");
        using var flow = new RevocationFlow(vector);
        var random = new Random(640);
        var list = vector.Lists[0];
        var (_, held) = flow.Issue(63, list);
        var credential = new RevocableCredential(held, vector.Definition, vector.Registry, Tails(vector));
        var state = Holder.CreateRevocationState(credential, list);
        for (var round = 0; round < 25; round++)
        {
            var next = flow.Update(list, new StatusListChange { Issued = Some(random), Revoked = Some(random), Timestamp = list.Timestamp + 1 });

            state = Holder.UpdateRevocationState(credential, state, list, next);

            state.ShouldBe(Holder.CreateRevocationState(credential, next));
            list = next;
        }
    }

    [Fact]
    public void Refuses_tails_lists_and_states_that_do_not_belong_together()
    {
        var vector = RegistryVector.Read("lic-8");
        var other = RegistryVector.Read("lic-64");
        using var flow = new RevocationFlow(vector);
        var list = vector.Lists[0];
        var (_, held) = flow.Issue(6, list);
        var credential = new RevocableCredential(held, vector.Definition, vector.Registry, Tails(vector));
        var state = Holder.CreateRevocationState(credential, list);
        var wrongAccumulator = list with { Accumulator = vector.Lists[2].Accumulator };

        Refuses(() => Holder.CreateRevocationState(credential with { Tails = Tails(other) }, list), AnonCredsErrorCode.TailsRefused);
        Refuses(() => Holder.CreateRevocationState(credential, other.Lists[0]), AnonCredsErrorCode.Invalid);
        Refuses(() => Holder.CreateRevocationState(credential, wrongAccumulator), AnonCredsErrorCode.Invalid);
        Refuses(() => Holder.CreateRevocationState(credential, list with { Timestamp = null }), AnonCredsErrorCode.Invalid);
        Refuses(() => Holder.CreateRevocationState(credential, list with { RegistryId = other.Id }), AnonCredsErrorCode.Invalid);
        Refuses(() => Holder.CreateRevocationState(credential with { Registry = other.Registry }, list), AnonCredsErrorCode.TailsRefused);
        Refuses(() => Holder.UpdateRevocationState(credential, state, vector.Lists[2], vector.Lists[3]), AnonCredsErrorCode.Invalid);
    }

    [Fact]
    public void Refuses_damaged_tails_even_where_they_were_not_verified()
    {
        var vector = RegistryVector.Read("lic-8");
        using var flow = new RevocationFlow(vector);
        var (_, held) = flow.Issue(6, vector.Lists[0]);
        byte[] overflowing = [.. vector.Tails], offCurve = [.. vector.Tails], swapped = [.. vector.Tails];
        overflowing.AsSpan(2 + (128 * 12), 32).Fill(0xFF);
        offCurve[2 + (128 * 12) + 127] ^= 1;
        vector.Tails.AsSpan(2 + (128 * 3), 128).CopyTo(swapped.AsSpan(2 + (128 * 12)));

        foreach (var (bytes, code) in new[]
                 {
                     (overflowing, AnonCredsErrorCode.TailsRefused), (offCurve, AnonCredsErrorCode.TailsRefused), (swapped, AnonCredsErrorCode.Invalid),
                 })
        {
            var credential = new RevocableCredential(held, vector.Definition, vector.Registry, Tails(vector, bytes));
            Refuses(() => Holder.CreateRevocationState(credential, vector.Lists[0]), code);
        }
    }

    public void Dispose()
    {
        _open.ForEach(file => file.Dispose());
        _folder.Dispose();
    }

    private static void Refuses(Action action, AnonCredsErrorCode code) => Should.Throw<AnonCredsException>(action).Code.ShouldBe(code);

    private static HashSet<int> Some(Random random) => [.. Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(1, 63))];

    private static Witness WitnessOf(JsonNode omega) => new(GovID.Cryptography.Bn254.G2Point.ParseText(omega.GetValue<string>(), allowIdentity: true));

    private bool AgreesWith(JsonNode json, JsonNode recorded)
    {
        var vector = RegistryVector.Read(recorded["registry"]!.GetValue<string>());
        var index = recorded["rev_idx"]!.GetValue<int>();
        var issued = json["issuance"]!.AsArray().First(item => IsAt(item!, recorded["registry"]!.GetValue<string>(), index))!;
        if ((issued["processed_credential"] ?? issued["converted_from_w3c"]) is not { } processed)
            return false;
        var credential = Credential(vector, processed);
        var list = vector.Lists[recorded["status_list_index"]!.GetValue<int>()];
        var expected = RevocationState.Parse(RegistryVector.Utf8(recorded["revocation_state"]!));
        var fits = expected.Registry.Accumulator == list.Accumulator && NonRevocationCheck.FitsWitness(
            vector.Definition.Value.Revocation!, credential.Credential.Content.Signature.NonRevocation!, expected.Witness.Omega, list.Accumulator!,
            vector.Registry.Value.PublicKeys.AccumulatorKey.Z);
        if (fits)
            Holder.CreateRevocationState(credential, list).ShouldBe(expected);
        else if (list.Revoked[index])
            Refuses(() => Holder.CreateRevocationState(credential, list), AnonCredsErrorCode.Revoked);
        return fits;
    }

    private static bool IsAt(JsonNode issuance, string registry, int index) =>
        issuance["registry"]?.GetValue<string>() == registry && issuance["rev_idx"]?.GetValue<int>() == index;

    private RevocableCredential Credential(RegistryVector vector, JsonNode processed) =>
        new(HeldCredential.Parse(RegistryVector.Utf8(processed)), vector.Definition, vector.Registry, Tails(vector));

    private TailsFile Tails(RegistryVector vector, byte[]? bytes = null)
    {
        var path = _folder.Path($"{_open.Count}");
        File.WriteAllBytes(path, bytes ?? vector.Tails);
        _open.Add(TailsFile.Open(path, vector.Registry));
        return _open[^1];
    }
}
