using System.Numerics;
using System.Text;
using System.Text.Json;
using GovID.Ledger;
using GovID.Ledger.Requests;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>One recorded exchange: what the client sent, in its file and at its place there.</summary>
internal sealed class RecordedItem
{
    public RecordedItem(string file, int index, JsonElement element)
    {
        File = file;
        Index = index;
        Element = element;
        Payload = Encoding.UTF8.GetBytes(element.Optional("requestText")?.GetString() ?? element.Member("request").GetRawText());
        Message = LedgerValue.TryParse(Payload, out var value) ? value as LedgerMap : null;
        RequestId = Message?.FindInteger("reqId")?.Value;
        Digest = FindDigest(Message);
    }

    public string File { get; }

    public int Index { get; }

    public JsonElement Element { get; }

    public byte[] Payload { get; }

    public LedgerMap? Message { get; }

    public BigInteger? RequestId { get; }

    /// <summary>The digest that the order of batches is made of; null for what is no request.</summary>
    public string? Digest { get; }

    /// <summary>The answers that our ledgers give, once the item has been replayed.</summary>
    public IReadOnlyList<LedgerMap>? Answers { get; set; }

    public string Name => $"{File} [{Index}] {Element.Optional("name")}";

    private static string? FindDigest(LedgerMap? message)
    {
        try
        {
            return message is null ? null : LedgerRequest.Parse(message).Digest;
        }
        catch (LedgerException)
        {
            return null;
        }
    }
}
