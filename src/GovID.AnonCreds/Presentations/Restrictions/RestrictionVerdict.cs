namespace GovID.AnonCreds.Presentations.Restrictions;

/// <summary>What evaluating a restriction came to.</summary>
public enum RestrictionVerdict
{
    /// <summary>The credential is one that the verifier accepts.</summary>
    Satisfied,

    /// <summary>The credential is another one.</summary>
    NotSatisfied,

    /// <summary>
    /// The restriction cannot be decided: an unknown tag, an operator that no credential satisfies, a legacy tag on an issuer without a legacy
    /// identifier, or the value of an attribute that is not shown. Never acceptance, also not below a negation.
    /// </summary>
    Undecidable,
}
