namespace GovID.Hosting.Problems;

/// <summary>What sort of refusal it is; each wire has one answer for each sort.</summary>
public enum ProblemKind
{
    /// <summary>What came in does not have its form.</summary>
    Malformed,

    /// <summary>Nobody, or nobody known, is asking.</summary>
    Unauthenticated,

    /// <summary>Whoever asks may not.</summary>
    Forbidden,

    /// <summary>What was asked for is not there.</summary>
    NotFound,

    /// <summary>What was asked for does not fit the state it is in.</summary>
    Conflict,

    /// <summary>What came in is larger than its limit.</summary>
    TooLarge,

    /// <summary>A check said no.</summary>
    Rejected,

    /// <summary>Too many requests of the same sender.</summary>
    TooMany,

    /// <summary>A fault of the program.</summary>
    Fault,

    /// <summary>Something that is needed does not answer.</summary>
    Unavailable,
}
