using System.Diagnostics;
using GovID.AnonCreds.Identifiers;

namespace GovID.AnonCreds.Presentations.Restrictions;

/// <summary>Evaluates restrictions on a credential (specification 9.2).</summary>
public static class RestrictionEvaluation
{
    private const string AttributePrefix = "attr::";
    private const string ValueSuffix = "::value";
    private const string MarkerSuffix = "::marker";

    /// <summary>Evaluates a restriction; null and an empty one are satisfied by every credential.</summary>
    public static RestrictionVerdict Evaluate(Restriction? restriction, RestrictedCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return restriction switch
        {
            null or { IsEmpty: true } => RestrictionVerdict.Satisfied,
            Restriction.All all => EvaluateAll(all.Parts, credential),
            Restriction.Any any => EvaluateAny(any.Parts, credential),
            Restriction.Not not => Negate(Evaluate(not.Part, credential)),
            Restriction.EqualTo equal => Compare(equal.Tag, equal.Value, credential),
            Restriction.NotEqualTo notEqual => Negate(Compare(notEqual.Tag, notEqual.Value, credential)),
            Restriction.OneOf oneOf => EvaluateOneOf(oneOf, credential),
            Restriction.Unsupported => RestrictionVerdict.Undecidable,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What cannot be decided outweighs what does not hold, so that no negation above turns it into acceptance.</summary>
    private static RestrictionVerdict EvaluateAll(IReadOnlyList<Restriction> parts, RestrictedCredential credential) =>
        Worst(parts.Select(part => Evaluate(part, credential)));

    private static RestrictionVerdict EvaluateAny(IReadOnlyList<Restriction> parts, RestrictedCredential credential) =>
        Best(parts.Select(part => Evaluate(part, credential)));

    private static RestrictionVerdict EvaluateOneOf(Restriction.OneOf oneOf, RestrictedCredential credential) =>
        Best(oneOf.Values.Select(value => Compare(oneOf.Tag, value, credential)));

    private static RestrictionVerdict Worst(IEnumerable<RestrictionVerdict> verdicts) =>
        verdicts.Aggregate(RestrictionVerdict.Satisfied, (worst, next) => next > worst ? next : worst);

    private static RestrictionVerdict Best(IEnumerable<RestrictionVerdict> verdicts)
    {
        var best = RestrictionVerdict.NotSatisfied;
        foreach (var verdict in verdicts)
        {
            if (verdict == RestrictionVerdict.Satisfied)
                return verdict;
            if (verdict == RestrictionVerdict.Undecidable)
                best = verdict;
        }

        return best;
    }

    private static RestrictionVerdict Negate(RestrictionVerdict verdict) => verdict switch
    {
        RestrictionVerdict.Satisfied => RestrictionVerdict.NotSatisfied,
        RestrictionVerdict.NotSatisfied => RestrictionVerdict.Satisfied,
        _ => RestrictionVerdict.Undecidable,
    };

    private static RestrictionVerdict Compare(string tag, string value, RestrictedCredential credential) => tag switch
    {
        "schema_id" => Equal(credential.SchemaId.Value, value),
        "schema_name" => Equal(credential.SchemaName, value),
        "schema_version" => Equal(credential.SchemaVersion, value),
        "schema_issuer_id" => Equal(credential.SchemaIssuerId.Value, value),
        "schema_issuer_did" => EqualLegacy(credential.SchemaIssuerId, value),
        "cred_def_id" => Equal(credential.CredentialDefinitionId.Value, value),
        "issuer_id" => Equal(credential.IssuerId.Value, value),
        "issuer_did" => EqualLegacy(credential.IssuerId, value),
        _ => CompareAttribute(tag, value, credential),
    };

    private static RestrictionVerdict CompareAttribute(string tag, string value, RestrictedCredential credential)
    {
        var marker = tag.EndsWith(MarkerSuffix, StringComparison.Ordinal);
        if (!tag.StartsWith(AttributePrefix, StringComparison.Ordinal) || !(marker || tag.EndsWith(ValueSuffix, StringComparison.Ordinal)))
            return RestrictionVerdict.Undecidable;
        var length = tag.Length - AttributePrefix.Length - (marker ? MarkerSuffix.Length : ValueSuffix.Length);
        var name = length > 0 ? tag.Substring(AttributePrefix.Length, length) : string.Empty;
        if (!name.Contains(':', StringComparison.Ordinal) && credential.Values.TryGetValue(name, out var shown) && shown is not null)
            return Equal(shown, value);
        return marker ? RestrictionVerdict.Satisfied : RestrictionVerdict.Undecidable;
    }

    private static RestrictionVerdict EqualLegacy(IssuerId issuer, string value) =>
        issuer.IsLegacy ? Equal(issuer.Value, value) : RestrictionVerdict.Undecidable;

    private static RestrictionVerdict Equal(string actual, string wanted) =>
        string.Equals(actual, wanted, StringComparison.Ordinal) ? RestrictionVerdict.Satisfied : RestrictionVerdict.NotSatisfied;
}
