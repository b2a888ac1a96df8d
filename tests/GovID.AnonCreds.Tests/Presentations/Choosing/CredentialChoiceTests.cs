using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Presentations.Restrictions;

namespace GovID.AnonCreds.Tests.Presentations.Choosing;

public sealed class CredentialChoiceTests
{
    private readonly PresentationVector _vector = PresentationVector.Read("n03-predicates-all-four.json");

    private CandidateCredential Only => _vector.Held[0];

    private string Name => Only.Schema.AttributeNames[0];

    [Theory]
    [InlineData("n03-predicates-all-four.json")]
    [InlineData("n08-three-credentials-one-link-secret.json")]
    public void Finds_a_credential_for_every_referent_of_a_recorded_presentation(string file)
    {
        var vector = PresentationVector.Read(file);
        var presentation = vector.Presentation;

        var choice = Holder.Choose(vector.Request, vector.Held);

        choice.CanBeMet.ShouldBeTrue();
        foreach (var (referent, answer) in presentation.RequestedProof.Predicates)
            Fits(choice.Predicates[referent], answer.SubProofIndex);
        foreach (var (referent, answer) in presentation.RequestedProof.RevealedAttributes)
            Fits(choice.Attributes[referent], answer.SubProofIndex);

        void Fits(ReferentCandidates candidates, int subProof) => candidates.Fitting
            .Select(index => vector.Held[index].Credential.Content.CredentialDefinitionId).ShouldContain(presentation.Identifiers[subProof].CredentialDefinitionId);
    }

    [Fact]
    public void Says_that_an_attribute_is_lacking() => Reason(new RequestedAttribute { Name = "nothing" }).ShouldBe(UnfitReason.LacksAttribute);

    [Fact]
    public void Says_that_one_of_a_group_is_lacking() => Reason(new RequestedAttribute { Names = [Name, "nothing"] }).ShouldBe(UnfitReason.LacksAttribute);

    [Fact]
    public void Says_that_another_credential_is_accepted_only() =>
        Reason(new RequestedAttribute { Name = Name, Restrictions = new Restriction.EqualTo("cred_def_id", "did:web:other.example/1") }).ShouldBe(UnfitReason.RestrictionNotMet);

    [Fact]
    public void Says_that_a_restriction_cannot_be_decided() =>
        Reason(new RequestedAttribute { Name = Name, Restrictions = new Restriction.EqualTo("attr::other::value", "1") }).ShouldBe(UnfitReason.RestrictionUndecidable);

    [Fact]
    public void Says_that_a_value_does_not_satisfy_the_predicate()
    {
        var request = Ask([]) with
        {
            RequestedPredicates = _vector.Request.RequestedPredicates.ToDictionary(
                pair => pair.Key, pair => pair.Value with { Type = PredicateType.Less, Value = int.MinValue }),
        };

        var choice = Holder.Choose(request, _vector.Held);

        choice.CanBeMet.ShouldBeFalse();
        choice.Predicates.Values.ShouldAllBe(candidates => candidates.Unfit.All(unfit => unfit.Reason == UnfitReason.PredicateNotMet));
    }

    [Fact]
    public void Takes_names_that_are_spelled_otherwise() =>
        Judge(new RequestedAttribute { Name = $" {Name.ToUpperInvariant()}" }).Fitting.ShouldBe([0]);

    [Fact]
    public void Allows_a_statement_of_ones_own_only_for_a_single_attribute_without_restrictions()
    {
        Judge(new RequestedAttribute { Name = Name }).MayBeSelfAttested.ShouldBeTrue();
        Judge(new RequestedAttribute { Names = [Name] }).MayBeSelfAttested.ShouldBeFalse();
        Judge(new RequestedAttribute { Name = Name, Restrictions = new Restriction.EqualTo("schema_name", "x") }).MayBeSelfAttested.ShouldBeFalse();
    }

    [Fact]
    public void Says_that_a_credential_without_a_place_cannot_prove_that_it_is_not_revoked()
    {
        var vector = PresentationVector.Read("n10-not-revoked-initial-list.json");
        var revocable = vector.Held[0];
        var bare = Only with { Definition = revocable.Definition };
        var request = Ask(new() { ["a"] = new RequestedAttribute { Name = Name, NonRevoked = new NonRevokedInterval(1, 2) } });

        Holder.Choose(request, [bare]).Attributes["a"].Unfit.ShouldBe([new UnfitCredential(0, UnfitReason.LacksNonRevocation)]);
        Holder.Choose(vector.Request, [revocable]).CanBeMet.ShouldBeTrue();
        Holder.Choose(request, [Only]).CanBeMet.ShouldBe(!Only.Definition.SupportsRevocation);
    }

    private PresentationRequest Ask(Dictionary<string, RequestedAttribute> attributes) =>
        _vector.Request with { RequestedAttributes = attributes, RequestedPredicates = new Dictionary<string, RequestedPredicate>() };

    private ReferentCandidates Judge(RequestedAttribute attribute) => Holder.Choose(Ask(new() { ["a"] = attribute }), [Only]).Attributes["a"];

    private UnfitReason Reason(RequestedAttribute attribute)
    {
        var candidates = Judge(attribute);
        candidates.Fitting.ShouldBeEmpty();
        return candidates.Unfit.ShouldHaveSingleItem().Reason;
    }
}
