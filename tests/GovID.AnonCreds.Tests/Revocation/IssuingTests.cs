using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;

namespace GovID.AnonCreds.Tests.Revocation;

public sealed class IssuingTests
{
    [Theory]
    [InlineData("lic-8", 1)]
    [InlineData("lic-8", 7)]
    [InlineData("credit-10-on-demand", 4)]
    public void A_credential_proves_that_it_is_not_revoked_with_the_witness_it_came_with(string name, int index)
    {
        var vector = RegistryVector.Read(name);
        using var flow = new RevocationFlow(vector);
        var list = vector.Lists[^1];

        var (issued, held) = flow.Issue(index, list);

        var published = flow.Update(list, new StatusListChange { Issued = new HashSet<int> { index }, Timestamp = 1_800_000_000 });
        published.Accumulator.ShouldBe(issued.Content.RevocationRegistry!.Accumulator);
        var state = new RevocationState
        {
            Witness = issued.Content.Witness!,
            Registry = issued.Content.RevocationRegistry,
            Timestamp = published.Timestamp!.Value,
        };
        flow.PresentAndVerify(held, state, published).ShouldBe(new PresentationVerdict.Accepted());
        flow.PresentAndVerifyW3c(held, state, published).ShouldBe(new PresentationVerdict.Accepted());
    }

    [Fact]
    public void Issues_one_credential_for_a_reserved_place()
    {
        var vector = RegistryVector.Read("lic-8");
        using var flow = new RevocationFlow(vector);
        var asked = flow.Request(out var offer);
        var place = new RevocationRegistryPlaces(vector.Registry, []).Reserve(3);
        var input = flow.Prepare(offer, asked, place, vector.Lists[0]);
        new Issuer().Issue(input);

        place.IsSpent.ShouldBeTrue();
        Should.Throw<AnonCredsException>(() => new Issuer().Issue(input)).Field.ShouldBe("$.index");
    }

    [Fact]
    public void Hands_out_no_place_twice()
    {
        var places = new RevocationRegistryPlaces(RegistryVector.Read("lic-8").Registry, [2]);
        places.Reserve(1).Index.ShouldBe(1);

        foreach (var index in new[] { 1, 2, 0, 8, -1 })
            Should.Throw<AnonCredsException>(() => places.Reserve(index)).Code.ShouldBe(AnonCredsErrorCode.Invalid);
    }

    [Fact]
    public void Hands_out_each_place_to_one_of_many_threads()
    {
        var places = new RevocationRegistryPlaces(RegistryVector.Read("lic-64").Registry, []);
        var won = 0;

        Parallel.For(0, 4 * 63, turn =>
        {
            try
            {
                places.Reserve(1 + (turn % 63));
                Interlocked.Increment(ref won);
            }
            catch (AnonCredsException)
            {
                // Taken by another thread.
            }
        });

        won.ShouldBe(63);
    }

    [Fact]
    public void Refuses_objects_that_do_not_belong_together()
    {
        var vector = RegistryVector.Read("lic-8");
        var other = RegistryVector.Read("lic-64");
        using var flow = new RevocationFlow(vector);
        using var otherPrivate = other.Private();
        var asked = flow.Request(out var offer);
        var good = flow.Prepare(offer, asked, new RevocationRegistryPlaces(vector.Registry, []).Reserve(5), vector.Lists[0]);
        var place = good.Revocation!;

        Refuses(place with { StatusList = other.Lists[0] }, AnonCredsErrorCode.Invalid);
        Refuses(place with { StatusList = vector.Lists[0] with { Accumulator = null } }, AnonCredsErrorCode.Invalid);
        Refuses(place with { RegistryId = other.Id }, AnonCredsErrorCode.Invalid);
        Refuses(place with { Registry = RegistryVector.Read("credit-4").Registry }, AnonCredsErrorCode.Invalid);
        Refuses(place with { Private = otherPrivate }, AnonCredsErrorCode.InvalidKey);

        void Refuses(RevocationToIssue wrong, AnonCredsErrorCode code) =>
            Should.Throw<AnonCredsException>(() => new Issuer().Issue(good with { Revocation = wrong })).Code.ShouldBe(code);
    }
}
