using GovID.Ledger.Transactions.Handlers;

namespace GovID.Ledger.Transactions;

/// <summary>The handlers of everything that is written.</summary>
public static class TransactionHandlers
{
    /// <summary>Gets the handlers in the order of their types.</summary>
    public static IReadOnlyList<TransactionHandler> All { get; } =
    [
        new NodeHandler(),
        new NymHandler(),
        new AgreementHandler(),
        new MechanismsHandler(),
        new AgreementDisableHandler(),
        new LedgersFreezeHandler(),
        new AttribHandler(),
        new SchemaHandler(),
        new CredDefHandler(),
        new PoolUpgradeHandler(),
        new PoolConfigHandler(),
        new RevocRegDefHandler(),
        new RevocRegEntryHandler(),
        new AuthRuleHandler(),
        new AuthRulesHandler(),
        new FlagHandler(),
    ];

    /// <summary>Gets the handlers of actions.</summary>
    public static IReadOnlyList<ActionHandler> Actions { get; } = [new PoolRestartHandler(), new ValidatorInfoHandler()];

    private static readonly Dictionary<string, TransactionHandler> ByType = All.ToDictionary(handler => handler.Type, StringComparer.Ordinal);

    /// <summary>Finds the handler of a type.</summary>
    /// <param name="type">The type as text.</param>
    /// <returns>The handler, or null where the type is not written.</returns>
    public static TransactionHandler? Find(string type) => ByType.GetValueOrDefault(type);

    /// <summary>Finds the handler of an action.</summary>
    /// <param name="type">The type as text.</param>
    /// <returns>The handler, or null.</returns>
    public static ActionHandler? FindAction(string type) => Actions.FirstOrDefault(handler => handler.Type == type);
}
