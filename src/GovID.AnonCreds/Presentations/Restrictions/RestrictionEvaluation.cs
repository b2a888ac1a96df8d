using System.Diagnostics;
using GovID.AnonCreds.Identifiers;

namespace GovID.AnonCreds.Presentations.Restrictions;

/// <summary>Evaluates restrictions on one credential (specification 9.2).</summary>
public sealed class RestrictionEvaluation
{
    private const string AttributePrefix = "attr::";
    private const string ValueSuffix = "::value";
    private const string MarkerSuffix = "::marker";

    private readonly RestrictedCredential _credential;
    private readonly bool _acceptUndecidable;

    /// <summary>Creates an evaluation.</summary>
    /// <param name="credential">The credential behind the referent, and what it shows there.</param>
    /// <param name="acceptUndecidableUnsafe">See <see cref="VerifierOptions.AcceptUndecidableRestrictionsUnsafe"/>.</param>
    public RestrictionEvaluation(RestrictedCredential credential, bool acceptUndecidableUnsafe = false) =>
        (_credential, _acceptUndecidable) = (credential, acceptUndecidableUnsafe);

    /// <summary>Evaluates a restriction; null and an empty one are satisfied by every credential.</summary>
    public RestrictionVerdict Evaluate(Restriction? restriction) => restriction switch
    {
        null or { IsEmpty: true } => RestrictionVerdict.Satisfied,
        Restriction.All all => Worst(all.Parts.Select(Evaluate)),
        Restriction.Any any => Best(any.Parts.Select(Evaluate)),
        Restriction.Not not => Negate(Evaluate(not.Part)),
        Restriction.EqualTo equal => Compare(equal.Tag, equal.Value),
        Restriction.NotEqualTo notEqual => Negate(Compare(notEqual.Tag, notEqual.Value)),
        Restriction.OneOf oneOf => Best(oneOf.Values.Select(value => Compare(oneOf.Tag, value))),
        Restriction.Unsupported => RestrictionVerdict.Undecidable,
        _ => throw new UnreachableException(),
    };

    /// <summary>What cannot be decided outweighs what does not hold, so that no negation above turns it into acceptance.</summary>
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

    private static RestrictionVerdict EqualLegacy(IssuerId issuer, string value) =>
        issuer.IsLegacy ? Equal(issuer.Value, value) : RestrictionVerdict.Undecidable;

    private static RestrictionVerdict Equal(string actual, string wanted) =>
        string.Equals(actual, wanted, StringComparison.Ordinal) ? RestrictionVerdict.Satisfied : RestrictionVerdict.NotSatisfied;

    private RestrictionVerdict Negate(RestrictionVerdict verdict) => verdict switch
    {
        RestrictionVerdict.Satisfied => RestrictionVerdict.NotSatisfied,
        RestrictionVerdict.NotSatisfied => RestrictionVerdict.Satisfied,
        _ => _acceptUndecidable ? RestrictionVerdict.Satisfied : RestrictionVerdict.Undecidable,
    };

    private RestrictionVerdict Compare(string tag, string value) => tag switch
    {
        "schema_id" => Equal(_credential.SchemaId.Value, value),
        "schema_name" => Equal(_credential.SchemaName, value),
        "schema_version" => Equal(_credential.SchemaVersion, value),
        "schema_issuer_id" => Equal(_credential.SchemaIssuerId.Value, value),
        "schema_issuer_did" => EqualLegacy(_credential.SchemaIssuerId, value),
        "cred_def_id" => Equal(_credential.CredentialDefinitionId.Value, value),
        "issuer_id" => Equal(_credential.IssuerId.Value, value),
        "issuer_did" => EqualLegacy(_credential.IssuerId, value),
        _ => CompareAttribute(tag, value),
    };

    private RestrictionVerdict CompareAttribute(string tag, string value)
    {
        var marker = tag.EndsWith(MarkerSuffix, StringComparison.Ordinal);
        if (!tag.StartsWith(AttributePrefix, StringComparison.Ordinal) || !(marker || tag.EndsWith(ValueSuffix, StringComparison.Ordinal)))
            return RestrictionVerdict.Undecidable;
        var length = tag.Length - AttributePrefix.Length - (marker ? MarkerSuffix.Length : ValueSuffix.Length);
        var name = length > 0 ? tag.Substring(AttributePrefix.Length, length) : string.Empty;
        var known = !name.Contains(':', StringComparison.Ordinal) & _credential.Values.TryGetValue(name, out var shown);
        if (known && shown is not null)
            return Equal(shown, value);
        return marker || (known && _acceptUndecidable) ? RestrictionVerdict.Satisfied : RestrictionVerdict.Undecidable;
    }
}
