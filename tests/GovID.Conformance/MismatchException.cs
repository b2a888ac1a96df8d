namespace GovID.Conformance;

/// <summary>Thrown by a case's checks at the first difference; the runner turns it into a failed case.</summary>
public sealed class MismatchException : Exception
{
    /// <summary>Creates a mismatch whose message says what was expected and what came.</summary>
    public MismatchException(string message)
        : base(message)
    {
    }

    /// <summary>Creates a mismatch for a failure inside the code under test.</summary>
    public MismatchException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
