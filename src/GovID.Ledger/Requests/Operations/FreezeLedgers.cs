using System.Numerics;
using GovID.Ledger.Requests.Internal;

namespace GovID.Ledger.Requests.Operations;

/// <summary>LEDGERS_FREEZE: closes ledgers of plug-ins for ever (specification 11.12).</summary>
/// <param name="LedgerIds">Their numbers; the four ledgers of this specification cannot be frozen.</param>
public sealed record FreezeLedgers(IReadOnlyList<BigInteger> LedgerIds) : LedgerOperation
{
    internal const string Number = "9";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <inheritdoc/>
    public override void CheckRules() =>
        FieldRule.Require(LedgerIds.All(id => id > (int)LedgerId.Audit), "operation.ledgers_ids", "names no ledger from 0 to 3");

    internal static FreezeLedgers Read(OperationReader reader) => new(reader.Integers("ledgers_ids"));

    private protected override void Write(OperationWriter writer) => writer.Add("ledgers_ids", LedgerIds);
}

/// <summary>GET_FROZEN_LEDGERS: reads which ledgers are frozen (specification 11.12).</summary>
public sealed record GetFrozenLedgers : LedgerOperation
{
    internal const string Number = "10";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <inheritdoc/>
    public override void CheckRules()
    {
    }

    internal static GetFrozenLedgers Read(OperationReader reader) => new();

    private protected override void Write(OperationWriter writer)
    {
    }
}
