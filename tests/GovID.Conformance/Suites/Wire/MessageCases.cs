using System.Text.Json;
using GovID.Ledger.Merkle;
using GovID.Ledger.Messages;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Wire;

/// <summary>
/// Conversations of client and node about one pool ledger (<c>catchup…</c> lists), acknowledgements, a batch, keep-alives. Every message is
/// read, written again to the same value, and compared with the one that this library builds from the ledger.
/// </summary>
internal static class MessageCases
{
    private const int PoolLedger = 0;

    public static IEnumerable<ConformanceCase> Of(string folder, string file, JsonElement content)
    {
        var pool = new Lazy<PoolLog>(() => PoolLog.Read(folder, content.Text("pool")));
        yield return new ConformanceCase($"{file} ping", () => CheckKeepAlive(content.Text("ping"), KeepAlive.Ping));
        yield return new ConformanceCase($"{file} pong", () => CheckKeepAlive(content.Text("pong"), KeepAlive.Pong));
        foreach (var talk in content.EnumerateObject().Where(member => IsConversation(member.Value)))
        {
            var size = new ClientSize();
            foreach (var (item, i) in talk.Value.EnumerateArray().Select((item, i) => (item, i)))
                yield return new ConformanceCase($"{file} {talk.Name}[{i}]", () => CheckTurn(item, pool.Value, size));
        }

        foreach (var (item, i) in content.Items("acks").Select((item, i) => (item, i)))
            yield return new ConformanceCase($"{file} acks[{i}]", () => CheckAcknowledgement(item));
        yield return new ConformanceCase($"{file} batchFromClient", () => CheckBatch(content.Member("batchFromClient")));
    }

    private static bool IsConversation(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 && list[0].Has("dir", "msg");

    private static void CheckKeepAlive(string text, KeepAlive expected)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        Check.Equal("text", text, expected.Text);
        Check.That("kind", LedgerMessage.Parse(bytes, JsonLimits.ClientMessage) is KeepAlive read && read == expected, "is not the keep-alive");
    }

    private static void CheckTurn(JsonElement item, PoolLog pool, ClientSize client)
    {
        var fromClient = item.Text("dir") switch
        {
            "client->node" => true,
            "node->client" => false,
            var other => throw new MismatchException($"dir: '{other}' is no direction"),
        };
        var message = ReadBack(item.Member("msg"));
        Check.Equal("msg", Expected(message, fromClient, pool, client).ToMap().ToStateJson(), message.ToMap().ToStateJson());
    }

    private static LedgerMessage Expected(LedgerMessage message, bool fromClient, PoolLog pool, ClientSize client)
    {
        var log = pool.Log;
        switch (message)
        {
            case LedgerStatus status when fromClient:
                client.Size = status.TxnSeqNo <= log.Size
                    ? status.TxnSeqNo
                    : throw new MismatchException("txnSeqNo: the ledger has fewer transactions");
                return new LedgerStatus(PoolLedger, client.Size, log.RootAt(client.Size));
            case LedgerStatus { ViewNo: var view }:
                return new LedgerStatus(PoolLedger, log.Size, log.Root) { ViewNo = NothingOrZero(view), PpSeqNo = NothingOrZero(view) };
            case ConsistencyProof when !fromClient:
                return ConsistencyProof.From(PoolLedger, log, client.Size);
            case CatchUpRequest when fromClient:
                return new CatchUpRequest(PoolLedger, client.Size + 1, log.Size, log.Size);
            case CatchUpReply when !fromClient:
                var missing = pool.Transactions.Select((transaction, i) => KeyValuePair.Create(i + 1L, transaction));
                return new CatchUpReply(PoolLedger, [.. missing.Skip((int)client.Size)], Array.Empty<MerkleHash>());
            default:
                throw new MismatchException($"dir: {message.GetType().Name} does not go that way");
        }
    }

    private static void CheckAcknowledgement(JsonElement item)
    {
        var message = ReadBack(item);
        Check.That("op", message is RequestAcknowledged or RequestRefused, "is no acknowledgement");
    }

    private static void CheckBatch(JsonElement item)
    {
        var batch = ReadBack(item) as BatchMessage ?? throw new MismatchException("op: is no batch");
        Check.That("messages", batch.Messages.All(text => LedgerMap.Parse(text).Contains("op")), "a message in the batch has no op");
        Check.Equal("signature", null, batch.Signature);
    }

    private static LedgerMessage ReadBack(JsonElement item)
    {
        var map = LedgerMap.Parse(item.GetRawText());
        var message = LedgerMessage.FromMap(map);
        Check.Equal("written again", map.ToStateJson(), message.ToMap().ToStateJson());
        var reread = LedgerMessage.Parse(message.ToBytes(), JsonLimits.NodeMessage);
        Check.Equal("read again", map.ToStateJson(), reread.ToMap().ToStateJson());
        return message;
    }

    // A node that has not ordered anything yet gives null or 0.
    private static long? NothingOrZero(long? given) => given is null or 0 ? given : throw new MismatchException($"viewNo: {given} is neither null nor 0");

    private sealed class ClientSize
    {
        public long Size { get; set; }
    }
}
