using System.Text.Json.Nodes;
using GovID.Conformance.Suites.Bls;
using GovID.TestKit;

namespace GovID.Conformance.Tests.Suites;

public sealed class BlsSuiteTests
{
    private const string Computations = "bls.json";
    private const string Proofs = "real-pops.json";

    [Theory(SkipTestWithoutData = true)]
    [InlineData("name")]
    [InlineData("x_neg")]
    [InlineData("p")]
    [InlineData("r")]
    [InlineData("b")]
    [InlineData("twist")]
    public void Fails_the_curve_when_a_constant_was_changed(string member) =>
        CheckChanges(Computations, file => Change(file["curve"]!, member));

    [Theory(SkipTestWithoutData = true)]
    [InlineData("generator_hex")]
    [InlineData("generator_b58")]
    public void Fails_the_generator_when_either_form_was_changed(string member) =>
        CheckChanges(Computations, file => Change(file, member));

    [Theory(SkipTestWithoutData = true)]
    [InlineData("sha256OfSeed")]
    [InlineData("littleEndianWords")]
    [InlineData("firstPool_hex")]
    [InlineData("first64bytes_hex")]
    [InlineData("secretKey_hex")]
    public void Fails_the_trace_when_a_step_was_changed(string member) =>
        CheckChanges(Computations, file => Change(file["randTrace"]!, member));

    [Theory(SkipTestWithoutData = true)]
    [InlineData("keys", "sk_hex")]
    [InlineData("keys", "sk_b58")]
    [InlineData("keys", "vk_hex")]
    [InlineData("keys", "vk_b58")]
    [InlineData("keys", "keccak256OfVk_hex")]
    [InlineData("keys", "pop_hex")]
    [InlineData("keys", "pop_b58")]
    [InlineData("hashToPoint", "sha256_hex")]
    [InlineData("hashToPoint", "increments")]
    [InlineData("hashToPoint", "point_hex")]
    [InlineData("signatures", "signatures_b58")]
    [InlineData("signatures", "multiSigOfNode1to3_hex")]
    [InlineData("signatures", "multiSigOfNode1to3_b58")]
    [InlineData("signatures", "aggregatedVk_hex")]
    [InlineData("multiSignatures", "signedBytes_hex")]
    [InlineData("multiSignatures", "valid")]
    public void Fails_exactly_the_items_in_which_one_member_was_changed(string list, string member) =>
        CheckChanges(Computations, file => file[list]!.AsArray().Where(item => item!.AsObject().ContainsKey(member)).Sum(item => Change(item!, member)));

    [Fact]
    public void Fails_the_valid_multi_signatures_whose_value_was_changed() => CheckChanges(Computations, file =>
    {
        var valid = file["multiSignatures"]!.AsArray().Where(item => item!["valid"]!.GetValue<bool>()).ToArray();
        return valid.Sum(item => Change(item!["multi_signature"]!["value"]!, "timestamp"));
    });

    [Fact]
    public void Fails_exactly_the_proofs_of_possession_whose_verdict_was_changed() =>
        CheckChanges(Proofs, file => file.AsArray().Sum(item => Change(item!, "valid")));

    [Fact]
    public void Fails_every_proof_of_possession_that_was_exchanged_for_another() => CheckChanges(Proofs, file =>
    {
        var valid = file.AsArray().Where(item => item!["valid"]!.GetValue<bool>()).ToArray();
        var foreign = file.AsArray().First(item => !item!["valid"]!.GetValue<bool>())!["blskey_pop"]!.GetValue<string>();
        foreach (var item in valid)
            item!["blskey_pop"] = foreign;
        return valid.Length;
    });

    [Fact]
    public void Fails_a_member_that_is_not_part_of_the_format()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/bls"));
        copy.Edit(Proofs, KeepTwo);
        var before = copy.Run(new BlsSuite()).Totals;

        copy.Edit(Computations, file => file["more"] = 1);

        copy.Run(new BlsSuite()).Totals.ShouldBe(new Totals(before.Passed, 1, 0));
    }

    private static int Change(JsonNode item, string member)
    {
        item.Change(member);
        return 1;
    }

    /// <summary>Every proof costs two pairings, and only the tests about them need all.</summary>
    private static void KeepTwo(JsonNode proofs)
    {
        while (proofs.AsArray().Count > 2)
            proofs.AsArray().RemoveAt(2);
    }

    private static void CheckChanges(string file, Func<JsonNode, int> change)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        using var copy = new SuiteCopy(SharedData.Vectors("indy/bls"));
        if (file == Computations)
            copy.Edit(Proofs, KeepTwo);
        var before = copy.Run(new BlsSuite()).Totals;
        var changed = 0;

        copy.Edit(file, node => changed = change(node));
        var (after, failures) = copy.Run(new BlsSuite());

        changed.ShouldBeGreaterThan(0);
        before.Failed.ShouldBe(0);
        after.ShouldBe(new Totals(before.Passed - changed, changed, 0), string.Join('\n', failures));
    }
}
