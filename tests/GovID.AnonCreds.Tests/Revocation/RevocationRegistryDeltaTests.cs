using System.Text;
using System.Text.Json.Nodes;
using GovID.AnonCreds.Revocation;

namespace GovID.AnonCreds.Tests.Revocation;

public sealed class RevocationRegistryDeltaTests
{
    [Fact]
    public void Deltas_of_a_timeline_merge_into_the_delta_of_its_ends()
    {
        foreach (var name in new[] { "lic-8", "credit-4", "lic-64" })
        {
            var lists = RegistryVector.Read(name).Lists;
            var merged = RevocationRegistryDelta.Between(lists[0], lists[1]);
            for (var i = 2; i < lists.Length; i++)
                merged = merged.Merge(RevocationRegistryDelta.Between(lists[i - 1], lists[i]));

            AsText(merged).ShouldBe(AsText(RevocationRegistryDelta.Between(lists[0], lists[^1])));
        }
    }

    [Fact]
    public void A_delta_since_the_beginning_becomes_the_status_list()
    {
        var vector = RegistryVector.Read("lic-8");
        foreach (var list in vector.Lists)
        {
            var delta = RevocationRegistryDelta.Parse(RevocationRegistryDelta.Between(vector.Lists[0], list).ToUtf8Json());

            var converted = delta.ToStatusList(vector.Id, vector.Registry, issuanceByDefault: true, list.Timestamp!.Value);

            Encoding.UTF8.GetString(converted.ToUtf8Json()).ShouldBe(Encoding.UTF8.GetString(list.ToUtf8Json()));
        }
    }

    [Fact]
    public void A_delta_of_a_registry_on_demand_begins_with_nothing_issued()
    {
        var vector = RegistryVector.Read("credit-10-on-demand");
        var delta = RevocationRegistryDelta.Between(vector.Lists[0], vector.Lists[1]);

        var converted = delta.ToStatusList(vector.Id, vector.Registry, issuanceByDefault: false, vector.Lists[1].Timestamp!.Value);

        converted.Revoked.ShouldBe(vector.Lists[1].Revoked);
        delta.Value.Issued.ShouldBe([3, 5]);
        delta.Value.Revoked.ShouldBeNull();
    }

    [Fact]
    public void Leaves_out_what_is_empty()
    {
        var lists = RegistryVector.Read("lic-8").Lists;

        var json = JsonNode.Parse(RevocationRegistryDelta.Between(lists[0], lists[2]).ToUtf8Json())!;

        json["ver"]!.GetValue<string>().ShouldBe("1.0");
        json["value"]!.AsObject().Select(member => member.Key).ShouldBe(["prevAccum", "accum", "revoked"]);
    }

    [Fact]
    public void Refuses_to_merge_deltas_that_do_not_follow_on_each_other()
    {
        var lists = RegistryVector.Read("lic-8").Lists;
        var first = RevocationRegistryDelta.Between(lists[0], lists[2]);
        var later = RevocationRegistryDelta.Between(lists[3], lists[4]);

        Should.Throw<AnonCredsException>(() => first.Merge(later)).Code.ShouldBe(AnonCredsErrorCode.Invalid);
    }

    [Theory]
    [InlineData("issued", "[1,1]")]
    [InlineData("issued", "[-1]")]
    [InlineData("revoked", "[1000001]")]
    [InlineData("revoked", "[\"1\"]")]
    [InlineData("revoked", "[1.5]")]
    [InlineData("prevAccum", "\"1 00\"")]
    [InlineData("accum", "null")]
    public void Refuses_damaged_members(string member, string value)
    {
        var lists = RegistryVector.Read("lic-8").Lists;
        var json = JsonNode.Parse(RevocationRegistryDelta.Between(lists[0], lists[2]).ToUtf8Json())!;
        json["value"]![member] = JsonNode.Parse(value);

        Should.Throw<AnonCredsException>(() => RevocationRegistryDelta.Parse(RegistryVector.Utf8(json)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void Refuses_a_delta_with_an_index_that_no_credential_has(int index)
    {
        var vector = RegistryVector.Read("lic-8");
        var delta = RevocationRegistryDelta.Between(vector.Lists[0], vector.Lists[2]);
        var wrong = delta with { Value = delta.Value with { Revoked = [index] } };

        Should.Throw<AnonCredsException>(() => wrong.ToStatusList(vector.Id, vector.Registry, issuanceByDefault: true, 1))
            .Code.ShouldBe(AnonCredsErrorCode.Invalid);
    }

    private static string AsText(RevocationRegistryDelta delta) => Encoding.UTF8.GetString(delta.ToUtf8Json());
}
