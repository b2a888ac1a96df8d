namespace GovID.AnonCreds;

/// <summary>What a verifier insists on.</summary>
public sealed record VerifierOptions
{
    /// <summary>
    /// Whether the encoded value of each shown attribute must be the encoding of the raw one (specification 5, 9.5 step 5). Without it the raw
    /// values shown to people are not bound by the proof. Default: true.
    /// </summary>
    public bool RequireCanonicalEncoding { get; init; } = true;

    /// <summary>
    /// Whether a restriction that cannot be decided may count as one that does not hold, so that <c>$not</c> and <c>$neq</c> accept every credential
    /// for it, and whether a restriction on the value of an attribute that is not shown passes (specification 9.2). Default: false.
    /// </summary>
    public bool AcceptUndecidableRestrictionsUnsafe { get; init; }
}
