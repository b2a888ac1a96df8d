namespace GovID.AnonCreds;

/// <summary>What a verifier insists on.</summary>
public sealed record VerifierOptions
{
    /// <summary>
    /// Whether the encoded value of each shown attribute must be the encoding of the raw one (specification 5, 9.5 step 5). Without it the raw
    /// values shown to people are not bound by the proof. Default: true.
    /// </summary>
    public bool RequireCanonicalEncoding { get; init; } = true;
}
