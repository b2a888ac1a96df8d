using System.Numerics;
using GovID.Ledger.Requests.Internal;

namespace GovID.Ledger.Requests.Operations;

/// <summary>GET_TXN: reads one transaction by its number (specification 11.14).</summary>
/// <param name="SeqNo">The sequence number, from 1.</param>
public sealed record GetTransaction(BigInteger SeqNo) : LedgerOperation
{
    internal const string Number = "3";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the ledger's number; a node takes 1, the domain ledger, when it is absent.</summary>
    public BigInteger? Ledger { get; init; } = (int)LedgerId.Domain;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Require(SeqNo.Sign > 0, "operation.data", "is greater than 0");
        FieldRule.Require(Ledger is null || (Ledger >= 0 && Ledger <= (int)LedgerId.Audit), "operation.ledgerId", "is a ledger from 0 to 3");
    }

    internal static GetTransaction Read(OperationReader reader) =>
        new(reader.Integer("data")) { Ledger = reader.OptionalInteger("ledgerId") };

    private protected override void Write(OperationWriter writer) => writer.Add("data", SeqNo).Add("ledgerId", Ledger);
}
