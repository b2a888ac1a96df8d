using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Tests.Revocation;

public sealed class StatusListTests
{
    public static TheoryData<string> Names => RegistryVector.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Computes_z_and_every_recorded_accumulator_from_the_private_key(string name)
    {
        var vector = RegistryVector.Read(name);
        using var secret = vector.Private();
        var key = vector.Definition.Value.Revocation!;
        var places = vector.Registry.Value.MaximumCredentials;

        RegistryArithmetic.Z(key, secret.Gamma, places).ShouldBe(vector.Registry.Value.PublicKeys.AccumulatorKey.Z);
        foreach (var list in vector.Lists)
        {
            var onDemand = vector.Lists[0].Accumulator!.IsIdentity;
            var members = Enumerable.Range(1, places - (onDemand ? 1 : 0)).Where(j => j == places || !list.Revoked[j]);
            var sum = members.Aggregate(Scalar.Zero, (total, j) => total + RegistryArithmetic.Power(secret.Gamma, places + 1 - j));
            (key.GDash * sum).ShouldBe(list.Accumulator);
        }
    }

    [Theory]
    [InlineData("credit-10-on-demand")]
    [InlineData("credit-4")]
    [InlineData("lic-64")]
    [InlineData("lic-8")]
    public void Repeats_the_recorded_updates(string name)
    {
        var vector = RegistryVector.Read(name);
        using var secret = vector.Private();
        var operations = vector.Json["status_list_operations"]!.AsArray();
        for (var i = 1; i < operations.Count; i++)
        {
            var operation = operations[i]!;
            var from = vector.Lists[operation["from_index"]?.GetValue<int>() ?? i - 1];
            var change = new StatusListChange
            {
                Issued = operation["issued"]?.AsArray().Select(index => index!.GetValue<int>()).ToHashSet() ?? [],
                Revoked = operation["revoked"]?.AsArray().Select(index => index!.GetValue<int>()).ToHashSet() ?? [],
                Timestamp = operation["timestamp"]?.GetValue<ulong>(),
            };

            var next = Issuer.UpdateStatusList(vector.Definition, vector.Registry, secret, from, change);

            next.Accumulator.ShouldBe(vector.Lists[i].Accumulator);
            next.Revoked.ShouldBe(vector.Lists[i].Revoked);
            next.Timestamp.ShouldBe(vector.Lists[i].Timestamp);
            next.RegistryId.ShouldBe(vector.Lists[i].RegistryId);
        }
    }

    [Fact]
    public void Revoking_and_taking_back_returns_to_the_same_accumulator()
    {
        var vector = RegistryVector.Read("lic-64");
        using var secret = vector.Private();
        var random = new Random(64);
        var list = vector.Lists[0];
        for (var round = 0; round < 20; round++)
        {
            var chosen = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(1, 64)).ToHashSet();
            var fresh = chosen.Where(index => !list.Revoked[index]).ToHashSet();

            var revoked = Issuer.UpdateStatusList(vector.Definition, vector.Registry, secret, list, new StatusListChange { Revoked = chosen });
            var back = Issuer.UpdateStatusList(vector.Definition, vector.Registry, secret, revoked, new StatusListChange { Issued = fresh });

            back.Accumulator.ShouldBe(list.Accumulator);
            back.Revoked.ShouldBe(list.Revoked);
            list = revoked;
        }
    }

    [Fact]
    public void Sets_a_new_time_and_nothing_else()
    {
        var vector = RegistryVector.Read("lic-8");
        using var secret = vector.Private();

        var next = Issuer.UpdateStatusList(vector.Definition, vector.Registry, secret, vector.Lists[3], new StatusListChange { Timestamp = 7 });

        next.Accumulator.ShouldBe(vector.Lists[3].Accumulator);
        next.Revoked.ShouldBe(vector.Lists[3].Revoked);
        next.Timestamp.ShouldBe(7UL);
    }

    [Fact]
    public void An_index_in_both_sets_counts_where_its_bit_allows()
    {
        var vector = RegistryVector.Read("lic-8");
        using var secret = vector.Private();
        var both = new HashSet<int> { 2, 3 };

        // In this list 2 is revoked and 3 is not.
        var next = Issuer.UpdateStatusList(
            vector.Definition, vector.Registry, secret, vector.Lists[2], new StatusListChange { Issued = both, Revoked = both });

        next.Revoked[2].ShouldBeFalse();
        next.Revoked[3].ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(8)]
    [InlineData(int.MaxValue)]
    public void Refuses_an_index_that_no_credential_has(int index)
    {
        var vector = RegistryVector.Read("lic-8");
        using var secret = vector.Private();
        foreach (var change in new[] { new StatusListChange { Issued = new HashSet<int> { index } }, new StatusListChange { Revoked = new HashSet<int> { index } } })
        {
            Should.Throw<AnonCredsException>(() => Issuer.UpdateStatusList(vector.Definition, vector.Registry, secret, vector.Lists[0], change))
                .Code.ShouldBe(AnonCredsErrorCode.Invalid);
        }
    }

    [Fact]
    public void Refuses_the_private_key_of_another_registry()
    {
        var vector = RegistryVector.Read("lic-8");
        using var other = RegistryVector.Read("lic-64").Private();

        Should.Throw<AnonCredsException>(
                () => Issuer.UpdateStatusList(vector.Definition, vector.Registry, other, vector.Lists[0], new StatusListChange { Timestamp = 1 }))
            .Code.ShouldBe(AnonCredsErrorCode.InvalidKey);
    }

    [Fact]
    public void Refuses_the_list_of_another_registry()
    {
        var vector = RegistryVector.Read("lic-8");
        using var secret = vector.Private();
        var longer = RegistryVector.Read("lic-64").Lists[0];

        Should.Throw<AnonCredsException>(
                () => Issuer.UpdateStatusList(vector.Definition, vector.Registry, secret, longer, new StatusListChange { Timestamp = 1 }))
            .Code.ShouldBe(AnonCredsErrorCode.Invalid);
    }
}
