using GovID.Ledger.Internal.Messages;
using GovID.Ledger.Values;

namespace GovID.Ledger.Messages;

/// <summary>A request of a client: it has no <c>op</c> (specification 4.1). Its form is judged by the requests of this package.</summary>
/// <param name="Body">The whole request.</param>
public sealed record RequestMessage(LedgerMap Body) : LedgerMessage
{
    /// <inheritdoc/>
    public override LedgerMap ToMap() => Body;
}

/// <summary>The answer to a request (specification 7.2, 7.3).</summary>
/// <param name="Result">The member <c>result</c>.</param>
public sealed record ReplyMessage(LedgerMap Result) : LedgerMessage
{
    /// <summary>Gets the identifier of the request that is answered: its own, or that of the written transaction (specification 4.2).</summary>
    public ulong? RequestId => (Result.FindInteger("reqId") ?? Result.FindMap("txn")?.FindMap("metadata")?.FindInteger("reqId")) is { } id
        && id.TryGetUInt64(out var number) ? number : null;

    /// <inheritdoc/>
    public override LedgerMap ToMap() => LedgerMap.Of(("op", "REPLY"), ("result", Result));
}

/// <summary>Several messages in one, as a node accepts them from a client (specification 3.3).</summary>
/// <param name="Messages">The JSON texts.</param>
/// <param name="Signature">The signature, null from clients.</param>
public sealed record BatchMessage(IReadOnlyList<string> Messages, string? Signature) : LedgerMessage
{
    /// <summary>The most messages that are read.</summary>
    public const int MaxMessages = 1000;

    /// <inheritdoc/>
    public override LedgerMap ToMap() => LedgerMap.Of(
        ("op", "BATCH"), ("messages", new LedgerList(Messages.Select(text => (LedgerValue)text))), ("signature", Signature));

    internal static BatchMessage Read(MessageReader reader)
    {
        if (reader.Find("messages") is not LedgerList { Count: <= MaxMessages } list || list.Any(item => item is not LedgerText))
            throw new LedgerException(LedgerErrorCode.WrongType, $"messages must be a list of at most {MaxMessages} texts.", "messages");
        return new BatchMessage([.. list.Cast<LedgerText>().Select(text => text.Value)], reader.TextOrNull("signature"));
    }
}
