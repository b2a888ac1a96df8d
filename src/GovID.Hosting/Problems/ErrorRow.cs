namespace GovID.Hosting.Problems;

/// <summary>One stable code as it stands in <c>docs/errors.md</c>.</summary>
/// <param name="Code">The dotted code; never reused.</param>
/// <param name="Kind">What sort of refusal it is.</param>
/// <param name="Meaning">What happened, in one sentence; the title on the wire.</param>
/// <param name="ShortCode">What a person reads, such as <c>O-12</c>, where the code reaches a person.</param>
public sealed record ErrorRow(string Code, ProblemKind Kind, string Meaning, string? ShortCode = null)
{
    /// <summary>The problem that this row describes, with what to do next.</summary>
    public Problem ToProblem(string detail, string? field = null) => new(Kind, Code, detail) { Field = field };
}
