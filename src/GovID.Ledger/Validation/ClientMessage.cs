using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation;

/// <summary>What a payload from a client is (specification 3.3, 3.4).</summary>
public abstract record ClientMessage
{
    /// <summary>The longest payload in bytes.</summary>
    public const int MaxBytes = 131_072;

    private ClientMessage()
    {
    }

    /// <summary>Reads a payload.</summary>
    /// <param name="payload">The bytes of the frame.</param>
    /// <returns>What it is; nothing makes this throw.</returns>
    public static ClientMessage Read(ReadOnlySpan<byte> payload)
    {
        if (payload.Length > MaxBytes)
        {
            return new Unreadable("Message will be discarded due to InvalidMessageExceedingSizeException("
                + $"'Message len {payload.Length} exceeded allowed limit of {MaxBytes}',)");
        }

        if (Utf8Fault.Find(payload) is { } fault)
            return new Unreadable($"Message will be discarded due to {fault}");
        if (!LedgerValue.TryParse(payload, out var value, JsonLimits.ClientMessage) || value is not LedgerMap { Count: > 0 } map)
            return new Ignored();
        return new Message(map);
    }

    /// <summary>Takes the messages out of a BATCH envelope (specification 3.3).</summary>
    /// <param name="message">The message.</param>
    /// <returns>The texts in it; null where it is no BATCH, or carries something else than texts.</returns>
    public static IReadOnlyList<string>? FindBatched(LedgerMap message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.FindText("op")?.Value != "BATCH" || message.FindList("messages") is not { } messages)
            return null;
        return messages.All(one => one is LedgerText) ? [.. messages.Select(one => ((LedgerText)one).Value)] : null;
    }

    /// <summary>An object, to be judged by what it says.</summary>
    /// <param name="Map">The object.</param>
    public sealed record Message(LedgerMap Map) : ClientMessage;

    /// <summary>Keep-alive texts and whatever is no object with members: no answer.</summary>
    public sealed record Ignored : ClientMessage;

    /// <summary>Too long or no UTF-8: answered by a REJECT that names no request.</summary>
    /// <param name="Reason">The reason text.</param>
    public sealed record Unreadable(string Reason) : ClientMessage;
}
