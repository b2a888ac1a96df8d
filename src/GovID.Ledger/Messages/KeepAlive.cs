using GovID.Ledger.Values;

namespace GovID.Ledger.Messages;

/// <summary>The bare two bytes that keep a connection alive (specification 3.3).</summary>
public sealed record KeepAlive : LedgerMessage
{
    private KeepAlive(string text) => Text = text;

    /// <summary>Gets the question <c>pi</c>.</summary>
    public static KeepAlive Ping { get; } = new("pi");

    /// <summary>Gets the answer <c>po</c>.</summary>
    public static KeepAlive Pong { get; } = new("po");

    /// <summary>Gets the two letters.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override byte[] ToBytes() => System.Text.Encoding.ASCII.GetBytes(Text);

    /// <inheritdoc/>
    public override LedgerMap ToMap() => throw new InvalidOperationException("A keep-alive is two bytes, not an object.");

    internal static KeepAlive? TryRead(ReadOnlySpan<byte> payload) =>
        payload.SequenceEqual("pi"u8) ? Ping : payload.SequenceEqual("po"u8) ? Pong : null;
}
