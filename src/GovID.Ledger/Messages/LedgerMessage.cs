using GovID.Ledger.Internal.Messages;
using GovID.Ledger.Values;

namespace GovID.Ledger.Messages;

/// <summary>
/// One message between a client and a node (specification 3.3, 4, 5). The kinds are closed: <see cref="KeepAlive"/>,
/// <see cref="RequestMessage"/>, <see cref="BatchMessage"/>, <see cref="RequestAcknowledged"/>, <see cref="RequestRefused"/>,
/// <see cref="ReplyMessage"/>, <see cref="LedgerStatus"/>, <see cref="ConsistencyProof"/>, <see cref="CatchUpRequest"/>,
/// <see cref="CatchUpReply"/>.
/// </summary>
public abstract record LedgerMessage
{
    private protected LedgerMessage()
    {
    }

    /// <summary>
    /// Reads a payload. An object without <c>op</c> is a request, whose form is judged elsewhere. Members that the specification does not
    /// name are ignored.
    /// </summary>
    /// <param name="payload">The one frame of the message.</param>
    /// <param name="limits">The bounds: <see cref="JsonLimits.ClientMessage"/> for what a node reads, <see cref="JsonLimits.NodeMessage"/> for a client.</param>
    /// <returns>The message.</returns>
    /// <exception cref="LedgerException">The payload is not JSON, no object, of unknown <c>op</c>, or lacks a member.</exception>
    public static LedgerMessage Parse(ReadOnlySpan<byte> payload, JsonLimits limits)
    {
        if (KeepAlive.TryRead(payload) is { } keepAlive)
            return keepAlive;

        return FromMap(LedgerMap.Parse(payload, limits));
    }

    /// <summary>Reads a message that is already parsed; see <see cref="Parse"/>.</summary>
    /// <param name="map">The object.</param>
    /// <returns>The message.</returns>
    /// <exception cref="LedgerException">The object has an unknown <c>op</c> or lacks a member.</exception>
    public static LedgerMessage FromMap(LedgerMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (!map.Contains("op"))
            return new RequestMessage(map);

        var reader = new MessageReader(map);
        return reader.Text("op") switch
        {
            "REQACK" => RequestAcknowledged.Read(reader),
            "REQNACK" => RequestRefused.Read(reader, RefusalStage.Form),
            "REJECT" => RequestRefused.Read(reader, RefusalStage.State),
            "REPLY" => new ReplyMessage(reader.Map("result")),
            "LEDGER_STATUS" => LedgerStatus.Read(reader),
            "CONSISTENCY_PROOF" => ConsistencyProof.Read(reader),
            "CATCHUP_REQ" => CatchUpRequest.Read(reader),
            "CATCHUP_REP" => CatchUpReply.Read(reader),
            "BATCH" => BatchMessage.Read(reader),
            _ => throw new LedgerException(LedgerErrorCode.Unsupported, "The message has an op that is not spoken here.", "op"),
        };
    }

    /// <summary>Writes the payload.</summary>
    /// <returns>UTF-8 JSON, or the two bytes of a keep-alive.</returns>
    public virtual byte[] ToBytes() => ToMap().ToStateJsonBytes();

    /// <summary>Writes the message as an object; a keep-alive has none.</summary>
    /// <returns>The object.</returns>
    /// <exception cref="InvalidOperationException">The message is a keep-alive.</exception>
    public abstract LedgerMap ToMap();
}
