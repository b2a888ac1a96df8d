using GovID.Ledger.Values;

namespace GovID.Ledger.Requests;

/// <summary>What an operation does.</summary>
public enum OperationKind
{
    /// <summary>Becomes a transaction.</summary>
    Write,

    /// <summary>Is answered from what is written.</summary>
    Query,

    /// <summary>Is signed, answered by every node, and written nowhere.</summary>
    Action,
}

/// <summary>To whom a client sends an operation and when it believes the answer (specification 13.2).</summary>
public enum RequestRouting
{
    /// <summary>Few nodes; one answer with a verified proof, or more than f equal ones.</summary>
    StateProofRead,

    /// <summary>f+2 nodes; more than f equal answers.</summary>
    ConsensusRead,

    /// <summary>All nodes; more than f equal answers.</summary>
    Consensus,

    /// <summary>All nodes; each answers for itself.</summary>
    Full,
}

/// <summary>One line of the table of operations (specification 11, 13.2).</summary>
/// <param name="Number">The type number; the member <c>type</c> is always a text.</param>
/// <param name="Name">The name in the specification.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Ledger">The ledger it concerns; null when it concerns any or none.</param>
/// <param name="Routing">To whom a client sends it.</param>
public sealed record OperationType(string Number, string Name, OperationKind Kind, LedgerId? Ledger, RequestRouting Routing)
{
    /// <summary>The number of NYM.</summary>
    public const string NymNumber = "1";

    /// <summary>The number of ATTRIB.</summary>
    public const string AttribNumber = "100";

    /// <summary>The number of GET_ATTR.</summary>
    public const string GetAttribNumber = "104";

    /// <summary>Gets the operations in the order of their numbers.</summary>
    public static IReadOnlyList<OperationType> All { get; } =
    [
        Write("0", "NODE", LedgerId.Pool),
        Write(NymNumber, "NYM", LedgerId.Domain),
        Query("3", "GET_TXN", null),
        Write("4", "TXN_AUTHOR_AGREEMENT", LedgerId.Config),
        Write("5", "TXN_AUTHOR_AGREEMENT_AML", LedgerId.Config),
        Query("6", "GET_TXN_AUTHOR_AGREEMENT", LedgerId.Config),
        Query("7", "GET_TXN_AUTHOR_AGREEMENT_AML", LedgerId.Config),
        Write("8", "TXN_AUTHOR_AGREEMENT_DISABLE", LedgerId.Config),
        Write("9", "LEDGERS_FREEZE", LedgerId.Config),
        Query("10", "GET_FROZEN_LEDGERS", LedgerId.Config) with { Routing = RequestRouting.Consensus },
        Write(AttribNumber, "ATTRIB", LedgerId.Domain),
        Write("101", "SCHEMA", LedgerId.Domain),
        Write("102", "CRED_DEF", LedgerId.Domain),
        Query(GetAttribNumber, "GET_ATTR", LedgerId.Domain),
        Query("105", "GET_NYM", LedgerId.Domain),
        Query("107", "GET_SCHEMA", LedgerId.Domain),
        Query("108", "GET_CRED_DEF", LedgerId.Domain),
        Write("109", "POOL_UPGRADE", LedgerId.Config),
        Write("110", "NODE_UPGRADE", LedgerId.Config),
        Write("111", "POOL_CONFIG", LedgerId.Config),
        Write("113", "REVOC_REG_DEF", LedgerId.Domain),
        Write("114", "REVOC_REG_ENTRY", LedgerId.Domain),
        Query("115", "GET_REVOC_REG_DEF", LedgerId.Domain),
        Query("116", "GET_REVOC_REG", LedgerId.Domain),
        Query("117", "GET_REVOC_REG_DELTA", LedgerId.Domain),
        Action("118", "POOL_RESTART"),
        Action("119", "VALIDATOR_INFO"),
        Write("120", "AUTH_RULE", LedgerId.Config),
        Query("121", "GET_AUTH_RULE", LedgerId.Config),
        Write("122", "AUTH_RULES", LedgerId.Config),
        Write("130", "FLAG", LedgerId.Config),
        Query("131", "GET_FLAG", LedgerId.Config) with { Routing = RequestRouting.ConsensusRead },
    ];

    /// <summary>Finds an operation by its number.</summary>
    /// <param name="number">The member <c>type</c>.</param>
    /// <returns>The line of the table, or null for a number that is not in it, the rich schema family included (specification 11.16).</returns>
    public static OperationType? Find(string number) => ByNumber.GetValueOrDefault(number);

    /// <summary>Finds an operation by its number or its name.</summary>
    /// <param name="numberOrName">A number such as <c>101</c> or a name such as <c>SCHEMA</c>.</param>
    /// <returns>The line of the table, or null.</returns>
    public static OperationType? FindByName(string numberOrName) =>
        Find(numberOrName) ?? All.FirstOrDefault(type => string.Equals(type.Name, numberOrName, StringComparison.Ordinal));

    /// <summary>To whom a client sends an operation; types that the table does not name go to all nodes (specification 13.2).</summary>
    /// <param name="operation">The member <c>operation</c> of a request.</param>
    /// <returns>The way.</returns>
    public static RequestRouting RouteOf(LedgerMap operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var number = operation.FindText("type")?.Value;
        if (number == "121" && !operation.Contains("auth_type"))
            return RequestRouting.ConsensusRead;
        return number is null ? RequestRouting.Consensus : Find(number)?.Routing ?? RequestRouting.Consensus;
    }

    private static Dictionary<string, OperationType> ByNumber { get; } = All.ToDictionary(type => type.Number, StringComparer.Ordinal);

    private static OperationType Write(string number, string name, LedgerId ledger) =>
        new(number, name, OperationKind.Write, ledger, RequestRouting.Consensus);

    private static OperationType Query(string number, string name, LedgerId? ledger) =>
        new(number, name, OperationKind.Query, ledger, RequestRouting.StateProofRead);

    private static OperationType Action(string number, string name) => new(number, name, OperationKind.Action, null, RequestRouting.Full);
}
