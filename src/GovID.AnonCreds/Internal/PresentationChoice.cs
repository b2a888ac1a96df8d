using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Internal;

/// <summary>Checks a holder's choice of credentials before anything is computed (specification 7.1, 9.4).</summary>
internal static class PresentationChoice
{
    /// <summary>Returns the credentials that answer something.</summary>
    public static IReadOnlyList<CredentialToPresent> Check(
        PresentationRequest request, IReadOnlyList<CredentialToPresent> credentials, IReadOnlyDictionary<string, string> selfAttested)
    {
        request.Validate();
        var used = credentials.Where(credential => credential.Attributes.Count + credential.Predicates.Count > 0).ToList();
        Require(used.Count <= Presentation.MaximumSubProofs, "credentials", $"present at most {Presentation.MaximumSubProofs} credentials");
        CheckReferents(request, used, selfAttested);
        foreach (var credential in used)
            CheckCredential(request, credential);
        return [.. used.Select(credential => NonRevocationChoice.Apply(request, credential))];
    }

    private static void CheckReferents(
        PresentationRequest request, List<CredentialToPresent> used, IReadOnlyDictionary<string, string> selfAttested)
    {
        var attributes = used.SelectMany(credential => credential.Attributes.Keys).Concat(selfAttested.Keys).ToList();
        RequireSame(attributes, request.RequestedAttributes.Keys, "requested_attributes");
        RequireSame([.. used.SelectMany(credential => credential.Predicates)], request.RequestedPredicates.Keys, "requested_predicates");
        foreach (var referent in selfAttested.Keys)
        {
            Require(
                request.RequestedAttributes[referent].Restrictions is null or { IsEmpty: true },
                $"requested_attributes.{referent}",
                "the request asks for a credential here");
        }
    }

    private static void RequireSame(List<string> answered, IEnumerable<string> asked, string field)
    {
        Require(answered.Distinct(StringComparer.Ordinal).Count() == answered.Count, field, "a referent is answered twice");
        Require(answered.ToHashSet(StringComparer.Ordinal).SetEquals(asked), field, "answer exactly the referents of the request");
    }

    private static void CheckCredential(PresentationRequest request, CredentialToPresent credential)
    {
        var values = credential.Credential.Content.NormalValues();
        var names = credential.Schema.NormalNames().ToHashSet(StringComparer.Ordinal);
        Require(names.SetEquals(values.Keys), "credentials", "the credential does not have the attributes of its schema");
        Require(credential.Definition.SchemaId == credential.Credential.Content.SchemaId, "credentials", "the definition is of another schema");
        var revealed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (referent, reveal) in credential.Attributes)
        {
            var requested = request.RequestedAttributes[referent];
            Require(reveal || requested.Names is null, $"requested_attributes.{referent}", "a group can only be shown as a whole");
            var normal = requested.AllNames.Select(AttributeName.Normalize).ToList();
            RequireCan(normal.All(names.Contains), $"requested_attributes.{referent}", "the credential does not have this attribute");
            if (reveal)
                revealed.UnionWith(normal);
        }

        foreach (var referent in credential.Predicates)
            CheckPredicate(Predicate.Of(request.RequestedPredicates[referent]), referent, values, revealed);
    }

    private static void CheckPredicate(
        Predicate predicate, string referent, Dictionary<string, Credentials.AttributeValue> values, HashSet<string> revealed)
    {
        var field = $"requested_predicates.{referent}";
        RequireCan(values.TryGetValue(predicate.AttributeName, out var value), field, "the credential does not have this attribute");
        Require(
            !revealed.Contains(predicate.AttributeName), field, "an attribute that is shown cannot be in a predicate too; present the credential twice");
        RequireCan(
            PredicateProver.IsMet(predicate, BigNumber.Parse(value!.Encoded, Sizes.Challenge, "encoded")), field, "the credential does not satisfy the predicate");
    }

    private static void Require(bool holds, string field, string fix)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, $"The choice is refused at {field}: {fix}.", $"$.{field}");
    }

    private static void RequireCan(bool holds, string field, string wrong)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.CannotPresent, $"The request cannot be met at {field}: {wrong}.", $"$.{field}");
    }
}
