namespace GovID.Hosting.Problems;

/// <summary>The codes that any HTTP listener of ours may answer with.</summary>
public static class HttpErrors
{
    /// <summary>The request does not have the form of HTTP, or its body not the form announced.</summary>
    public static ErrorRow Malformed { get; } = new("http.malformed", ProblemKind.Malformed, "The request is malformed.");

    /// <summary>No or an unknown credential came with the request.</summary>
    public static ErrorRow Unauthenticated { get; } =
        new("http.unauthenticated", ProblemKind.Unauthenticated, "The request names nobody who is known here.");

    /// <summary>The sender may not do this.</summary>
    public static ErrorRow Forbidden { get; } = new("http.forbidden", ProblemKind.Forbidden, "The sender may not do this.");

    /// <summary>There is nothing at this address.</summary>
    public static ErrorRow NotFound { get; } = new("http.not_found", ProblemKind.NotFound, "There is nothing at this address.");

    /// <summary>The address does not know this method, or the state does not allow it.</summary>
    public static ErrorRow Conflict { get; } = new("http.conflict", ProblemKind.Conflict, "The request does not fit the state.");

    /// <summary>The body, the address or a header is larger than its limit.</summary>
    public static ErrorRow TooLarge { get; } = new("http.too_large", ProblemKind.TooLarge, "The request is larger than its limit.");

    /// <summary>A check of the content said no.</summary>
    public static ErrorRow Rejected { get; } = new("http.rejected", ProblemKind.Rejected, "The content was refused.");

    /// <summary>Too many requests in a short time.</summary>
    public static ErrorRow TooMany { get; } = new("http.too_many", ProblemKind.TooMany, "There were too many requests in a short time.");

    /// <summary>A fault of the program; its log says more under the trace id.</summary>
    public static ErrorRow Fault { get; } = new("http.fault", ProblemKind.Fault, "The program failed.");

    /// <summary>Something the program needs does not answer, or the program is stopping.</summary>
    public static ErrorRow Unavailable { get; } =
        new("http.unavailable", ProblemKind.Unavailable, "Something that is needed does not answer.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorRow> Rows { get; } =
        [Malformed, Unauthenticated, Forbidden, NotFound, Conflict, TooLarge, Rejected, TooMany, Fault, Unavailable];
}
