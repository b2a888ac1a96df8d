namespace GovID.AnonCreds.Presentations;

/// <summary>What verifying a presentation came to: a closed set.</summary>
public abstract record PresentationVerdict
{
    private PresentationVerdict()
    {
    }

    /// <summary>Every check passed.</summary>
    public sealed record Accepted : PresentationVerdict;

    /// <summary>A check said no. For the audit log; the other side is told less.</summary>
    /// <param name="Check">The first check that failed.</param>
    /// <param name="Where">The referent or the sub-proof it failed on; null when it concerns the whole presentation.</param>
    /// <param name="Detail">What was wrong, without any presented value.</param>
    public sealed record Rejected(PresentationCheck Check, string? Where, string Detail) : PresentationVerdict;

    /// <summary>An object that the check needs was not handed in, so there is no answer. Never treat this as acceptance.</summary>
    /// <param name="Check">The check that could not be made.</param>
    /// <param name="Where">The sub-proof concerned.</param>
    /// <param name="Missing">The identifier of the object that is missing.</param>
    public sealed record NotEvaluated(PresentationCheck Check, string Where, string Missing) : PresentationVerdict;
}
