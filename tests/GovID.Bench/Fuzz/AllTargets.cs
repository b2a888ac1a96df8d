using GovID.Bench.Fuzz.Targets;

namespace GovID.Bench.Fuzz;

/// <summary>Every target of the fuzz driver, by hand and in one place.</summary>
public static class AllTargets
{
    public static IReadOnlyList<FuzzTarget> List { get; } =
    [
        new BenchArgumentsTarget(),
        new DidTarget(),
        new DidDocumentTarget(),
    ];
}
