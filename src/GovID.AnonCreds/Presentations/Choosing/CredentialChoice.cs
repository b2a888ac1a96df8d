namespace GovID.AnonCreds.Presentations;

/// <summary>Which of a holder's credentials fit which referent of a request (specification 9.4).</summary>
/// <param name="Attributes">The candidates for each attribute referent.</param>
/// <param name="Predicates">The candidates for each predicate referent.</param>
public sealed record CredentialChoice(
    IReadOnlyDictionary<string, ReferentCandidates> Attributes, IReadOnlyDictionary<string, ReferentCandidates> Predicates)
{
    /// <summary>True when every referent has a credential that fits, or may be answered without one.</summary>
    public bool CanBeMet => Attributes.Values.Concat(Predicates.Values).All(candidates => candidates.Fitting.Count > 0 || candidates.MayBeSelfAttested);
}

/// <summary>The candidates for one referent.</summary>
/// <param name="Fitting">The positions of the credentials that fit, in the order they were given.</param>
/// <param name="Unfit">Why each of the others does not.</param>
/// <param name="MayBeSelfAttested">Whether the holder may state the value without a credential: a single attribute without restrictions.</param>
public sealed record ReferentCandidates(IReadOnlyList<int> Fitting, IReadOnlyList<UnfitCredential> Unfit, bool MayBeSelfAttested);

/// <summary>A credential that does not fit a referent.</summary>
/// <param name="Index">The position of the credential.</param>
/// <param name="Reason">The first reason found.</param>
public sealed record UnfitCredential(int Index, UnfitReason Reason);

/// <summary>Why a credential does not fit a referent; checked in this order.</summary>
public enum UnfitReason
{
    /// <summary>It does not have the attribute, or not every attribute of the group.</summary>
    LacksAttribute,

    /// <summary>The request accepts other credentials only (9.2).</summary>
    RestrictionNotMet,

    /// <summary>A restriction cannot be decided for it, which a verifier takes as a refusal (9.2).</summary>
    RestrictionUndecidable,

    /// <summary>Its value does not satisfy the predicate.</summary>
    PredicateNotMet,

    /// <summary>
    /// The request asks for non-revocation and the credential, of a definition that supports it, was issued without a place in a registry (9.6).
    /// </summary>
    LacksNonRevocation,
}
