using System.Diagnostics;

namespace GovID.Hosting.Problems;

/// <summary>What a use case ends with: done, or refused for a reason. Broken things are exceptions instead.</summary>
/// <typeparam name="T">What it yields when it is done.</typeparam>
public abstract record Outcome<T>
{
    private Outcome()
    {
    }

    /// <summary>Makes the good outcome.</summary>
    public static implicit operator Outcome<T>(T value) => new Done(value);

    /// <summary>Makes the refusal.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new Refused(problem);

    /// <summary>One answer for either case.</summary>
    public TAnswer Match<TAnswer>(Func<T, TAnswer> done, Func<Problem, TAnswer> refused) => this switch
    {
        Done one => done(one.Value),
        Refused one => refused(one.Problem),
        _ => throw new UnreachableException(),
    };

    /// <summary>It is done.</summary>
    public sealed record Done(T Value) : Outcome<T>;

    /// <summary>A rule said no.</summary>
    public sealed record Refused(Problem Problem) : Outcome<T>;
}
