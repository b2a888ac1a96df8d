using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Presentations.Restrictions;
using GovID.AnonCreds.Schemas;
using GovID.AnonCreds.W3c;
using static GovID.AnonCreds.Internal.Verification.Refusal;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>One derived credential beside its sub-proof (specification 11).</summary>
internal sealed class DerivedCredential(W3cDerivedCredential document, SubProofView view)
{
    private readonly Dictionary<string, string> _shown = document.Subject
        .Where(pair => pair.Value.Raw is not null)
        .ToDictionary(pair => AttributeName.Normalize(pair.Key), pair => pair.Value.Raw!, StringComparer.Ordinal);

    public SubProofView View => view;

    /// <summary>The issuer is that of the definition, and the subject says exactly what the sub-proof shows.</summary>
    public PresentationVerdict? Check()
    {
        if (document.Issuer != view.Definition.IssuerId)
            return No(PresentationCheck.ObjectsFit, view.Where, "the issuer is not that of the credential definition");
        var revealed = view.Proof.Primary.Equality.RevealedAttributes;
        if (!_shown.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(revealed.Keys))
            return No(PresentationCheck.Subject, view.Where, "the values of the subject are not those that the proof reveals");
        var proven = document.Subject.Where(pair => pair.Value is W3cValue.Proven).Select(pair => AttributeName.Normalize(pair.Key)).ToHashSet(StringComparer.Ordinal);
        if (!proven.SetEquals(view.Proof.Primary.Predicates.Select(proof => proof.Predicate.AttributeName)))
            return No(PresentationCheck.Subject, view.Where, "the subject does not say of which attributes a predicate is proved");
        return First(_shown, pair => DecimalConverter.TryParse(AttributeEncoding.Encode(pair.Value), out var encoded) && encoded == revealed[pair.Key]
            ? null
            : No(PresentationCheck.Subject, view.Where, "a value of the subject is not the one that the proof reveals"));
    }

    /// <summary>The values of what is asked for; null when one of them is not shown.</summary>
    public IReadOnlyDictionary<string, AttributeValue>? FindValues(RequestedAttribute requested) =>
        requested.AllNames.All(name => _shown.ContainsKey(AttributeName.Normalize(name)))
            ? requested.AllNames.ToDictionary(name => name, name => AttributeValue.Of(_shown[AttributeName.Normalize(name)]), StringComparer.Ordinal)
            : null;

    /// <summary>True where the credential has a single attribute and keeps it to itself; a group is shown as a whole or not at all.</summary>
    public bool Hides(RequestedAttribute requested) =>
        requested.Name is { } name && !_shown.ContainsKey(AttributeName.Normalize(name)) && view.Schema.NormalNames().Contains(AttributeName.Normalize(name));

    public bool Proves(RequestedPredicate requested) => view.Proof.Primary.Predicates.Any(proof => proof.Predicate == Predicate.Of(requested));

    /// <summary>Restrictions see the members of the subject that have a value, spelled as there.</summary>
    public bool Satisfies(Restriction? restriction, bool acceptUndecidable)
    {
        var values = document.Subject.Where(pair => pair.Value.Raw is not null).ToDictionary(pair => pair.Key, pair => pair.Value.Raw, StringComparer.Ordinal);
        return RestrictionChecks.Evaluate(view, restriction, values, acceptUndecidable) == RestrictionVerdict.Satisfied;
    }
}
