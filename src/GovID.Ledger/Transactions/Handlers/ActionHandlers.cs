using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>POOL_RESTART: orders a restart, or calls it off (specification 11.13).</summary>
public sealed class PoolRestartHandler : ActionHandler
{
    internal PoolRestartHandler()
        : base("118")
    {
    }

    private protected override AuthRuleId Action(LedgerRequest request) =>
        AuthRuleId.Add(Type, "action", request.Operation.FindText("action")?.Value);
}

/// <summary>VALIDATOR_INFO: asks a node about itself (specification 11.13).</summary>
public sealed class ValidatorInfoHandler : ActionHandler
{
    internal ValidatorInfoHandler()
        : base("119")
    {
    }

    private protected override AuthRuleId Action(LedgerRequest request) => AuthRuleId.Add(Type);
}
