using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;

namespace GovID.Ledger.Transactions.Handlers;

/// <summary>POOL_UPGRADE: refused after the rules were asked, because validators of this kind install no packages (specification 11.13).</summary>
public sealed class PoolUpgradeHandler : TransactionHandler
{
    private const string NodePackage = "indy-node";

    internal PoolUpgradeHandler()
        : base("109", LedgerId.Config)
    {
    }

    /// <inheritdoc/>
    public override RequestVerdict CheckAgainstState(LedgerRequest request, BatchState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        var verdict = Permission.Check(request, state, AuthRuleId.Add(Type, "action", request.Operation.FindText("action")!.Value));
        if (verdict is not RequestVerdict.Accepted)
            return verdict;
        var package = request.Operation.FindText("package")?.Value ?? NodePackage;
        return Refusals.State(request, $"package {package} is not installed and cannot be upgraded");
    }

    internal override void WriteState(LedgerTransaction transaction, BatchState state)
    {
        // A network that was begun with other software may hold such transactions; no state follows from them.
    }
}
