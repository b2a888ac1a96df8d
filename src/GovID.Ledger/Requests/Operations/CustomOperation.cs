using GovID.Ledger.Requests.Internal;

namespace GovID.Ledger.Requests.Operations;

/// <summary>An operation of a type that this library has no record for; every member but <c>type</c> is in <see cref="LedgerOperation.Additional"/>.</summary>
/// <param name="Number">The type number.</param>
public sealed record CustomOperation(string Number) : LedgerOperation
{
    /// <summary>Off on every network (specification 11.16).</summary>
    private static readonly string[] RichSchemas = ["200", "201", "202", "203", "204", "205", "300", "301"];

    /// <inheritdoc/>
    public override string Type => Number;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        if (RichSchemas.Contains(Number))
            throw new LedgerException(LedgerErrorCode.Unsupported, "Networks do not take operations of the rich schema family.", "operation.type");
    }

    private protected override void Write(OperationWriter writer)
    {
    }
}
