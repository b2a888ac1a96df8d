using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Presentations.Restrictions;
using static GovID.AnonCreds.Internal.Verification.Refusal;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>The restrictions of each referent hold for the credential that answers it (specification 9.5 step 6, 9.2).</summary>
internal static class RestrictionChecks
{
    public static PresentationVerdict? Check(SubProofView view, bool acceptUndecidable) =>
        First(view.Attributes, answer => Judge(
            answer.Referent, Evaluate(view, answer.Requested.Restrictions, ValuesOf(answer), acceptUndecidable)))
        ?? First(view.Predicates, predicate => Judge(
            predicate.Name, Evaluate(view, predicate.Restrictions, ValuesOf(view, predicate), acceptUndecidable)));

    /// <summary>Evaluates a restriction on the credential behind a sub-proof, with the values that count there.</summary>
    public static RestrictionVerdict Evaluate(
        SubProofView view, Restriction? restriction, IReadOnlyDictionary<string, string?> values, bool acceptUndecidable) =>
        new RestrictionEvaluation(Credential(view, values), acceptUndecidable).Evaluate(restriction);

    private static PresentationVerdict.Rejected? Judge(string where, RestrictionVerdict verdict) =>
        verdict switch
        {
            RestrictionVerdict.Satisfied => null,
            RestrictionVerdict.NotSatisfied => No(PresentationCheck.Restrictions, where, "the credential is not one that the request accepts"),
            _ => No(PresentationCheck.Restrictions, where, "a restriction cannot be decided for the credential"),
        };

    private static Dictionary<string, string?> ValuesOf(AnsweredAttribute answer)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in answer.Requested.AllNames)
            values[name] = answer.Values is not null && answer.Values.TryGetValue(name, out var value) ? value.Raw : null;
        return values;
    }

    /// <summary>A predicate's own attribute without a value, and everything that the same sub-proof shows.</summary>
    private static Dictionary<string, string?> ValuesOf(SubProofView view, RequestedPredicate predicate)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal) { [predicate.Name] = null };
        foreach (var shown in view.Attributes.Where(answer => answer.Values is not null).SelectMany(answer => answer.Values!))
            values[shown.Key] = shown.Value.Raw;
        return values;
    }

    private static RestrictedCredential Credential(SubProofView view, IReadOnlyDictionary<string, string?> values) => new()
    {
        SchemaId = view.Identifiers.SchemaId,
        SchemaName = view.Schema.Name,
        SchemaVersion = view.Schema.Version,
        SchemaIssuerId = view.Schema.IssuerId,
        CredentialDefinitionId = view.Identifiers.CredentialDefinitionId,
        IssuerId = view.Definition.IssuerId,
        Values = values,
    };
}
