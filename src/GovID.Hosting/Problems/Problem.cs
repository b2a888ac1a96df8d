namespace GovID.Hosting.Problems;

/// <summary>A refusal as a value: what sort, which stable code, and what to do next.</summary>
/// <param name="Kind">What sort of refusal it is.</param>
/// <param name="Code">The stable dotted code, listed in <c>docs/errors.md</c>.</param>
/// <param name="Detail">What to do next; never a claim value, a key or a token.</param>
public sealed record Problem(ProblemKind Kind, string Code, string Detail)
{
    /// <summary>The member of the request that it is about, where there is one.</summary>
    public string? Field { get; init; }
}
