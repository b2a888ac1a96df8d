using GovID.Ledger.Queries.Handlers;

namespace GovID.Ledger.Queries;

/// <summary>The handlers of everything that is asked.</summary>
public static class QueryHandlers
{
    /// <summary>Gets the handlers in the order of their types.</summary>
    public static IReadOnlyList<QueryHandler> All { get; } =
    [
        new GetTxnHandler(),
        new GetAgreementHandler(),
        new GetMechanismsHandler(),
        new GetFrozenLedgersHandler(),
        new GetAttribHandler(),
        new GetNymHandler(),
        new GetSchemaHandler(),
        new GetCredDefHandler(),
        new GetRevocRegDefHandler(),
        new GetRevocRegHandler(),
        new GetRevocRegDeltaHandler(),
        new GetAuthRuleHandler(),
        new GetFlagHandler(),
        new GetRichSchemaHandler("300"),
        new GetRichSchemaHandler("301"),
    ];

    private static readonly Dictionary<string, QueryHandler> ByType = All.ToDictionary(handler => handler.Type, StringComparer.Ordinal);

    /// <summary>Finds the handler of a type.</summary>
    /// <param name="type">The type as text.</param>
    /// <returns>The handler, or null where the type is no query.</returns>
    public static QueryHandler? Find(string type) => ByType.GetValueOrDefault(type);
}
