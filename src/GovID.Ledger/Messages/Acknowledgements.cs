using System.Numerics;
using GovID.Ledger.Internal.Messages;
using GovID.Ledger.Values;

namespace GovID.Ledger.Messages;

/// <summary>REQACK: the request is well-formed and taken for processing (specification 4.2).</summary>
/// <param name="Identifier">The author, or null when the request had none.</param>
/// <param name="RequestId">The request's identifier.</param>
public sealed record RequestAcknowledged(string? Identifier, ulong RequestId) : LedgerMessage
{
    /// <inheritdoc/>
    public override LedgerMap ToMap() =>
        LedgerMap.Of(("op", "REQACK"), ("identifier", Identifier), ("reqId", (BigInteger)RequestId));

    internal static RequestAcknowledged Read(MessageReader reader) => new(reader.TextOrNull("identifier"), reader.RequestId());
}

/// <summary>At which stage a node refused a request.</summary>
public enum RefusalStage
{
    /// <summary>REQNACK: form or signature.</summary>
    Form,

    /// <summary>REJECT: the ledger's state or permissions.</summary>
    State,
}

/// <summary>REQNACK or REJECT (specification 4.2).</summary>
/// <param name="Stage">Where it was refused.</param>
/// <param name="Identifier">The author, or null when the request had none.</param>
/// <param name="RequestId">The request's identifier; 1 when it had none.</param>
/// <param name="Reason">The text, the same on every honest node.</param>
public sealed record RequestRefused(RefusalStage Stage, string? Identifier, ulong RequestId, string Reason) : LedgerMessage
{
    /// <summary>Gets the code of an agreement error, or null.</summary>
    public long? Code { get; init; }

    /// <summary>Gets a value indicating whether the member <c>code</c> is written even when null, as REJECT of the reference pool has it.</summary>
    public bool HasCode { get; init; }

    /// <inheritdoc/>
    public override LedgerMap ToMap()
    {
        var map = LedgerMap.Of(
            ("op", Stage == RefusalStage.Form ? "REQNACK" : "REJECT"),
            ("identifier", Identifier),
            ("reqId", (BigInteger)RequestId),
            ("reason", Reason));
        return HasCode ? map.With("code", MessageReader.Write(Code)) : map;
    }

    internal static RequestRefused Read(MessageReader reader, RefusalStage stage) =>
        new(stage, reader.TextOrNull("identifier"), reader.RequestId(), reader.Text("reason"))
        {
            Code = reader.NumberOrNull("code"),
            HasCode = reader.Find("code") is not null,
        };
}
