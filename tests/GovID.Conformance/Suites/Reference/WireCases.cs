using System.Text;
using System.Text.Json;
using GovID.Ledger.Transactions;

namespace GovID.Conformance.Suites.Reference;

/// <summary>The cases of <c>wire.json</c>: catch-up messages and malformed payloads with the answers of one fresh node.</summary>
internal static class WireCases
{
    private const string FileName = "wire.json";

    public static IEnumerable<ConformanceCase> Load(string folder, Lazy<Recording> recording)
    {
        var items = Vectors.Json(folder, FileName).EnumerateArray().ToArray();
        var ledgers = new Lazy<PoolLedgers>(() => WireLedgers.Find(items, recording.Value.PoolGenesis, recording.Value.DomainGenesis));
        return items.Select((item, index) => new ConformanceCase($"{FileName} [{index}] {item.Optional("name")}", () => Run(item, ledgers.Value)));
    }

    private static void Run(JsonElement item, PoolLedgers ledgers)
    {
        var answers = NodeAnswers.Of(Payload(item.Member("send")), ledgers);
        var recorded = item.Items("answers").ToArray();
        Check.Equal("answers.length", recorded.Length, answers.Count);
        for (var i = 0; i < recorded.Length; i++)
        {
            using var answer = JsonDocument.Parse(recorded[i].GetString()!);
            Json.Equal($"answers[{i}]", answer.RootElement, answers[i]);
        }
    }

    // A payload is a text, bytes, or one so long that only its length was kept.
    private static byte[] Payload(JsonElement send)
    {
        if (send.ValueKind == JsonValueKind.String)
            return Encoding.UTF8.GetBytes(send.GetString()!);
        if (send.Optional("hex") is not null)
            return send.Bytes("hex");
        var payload = new byte[send.Member("bytes").GetInt32()];
        Array.Fill(payload, (byte)'x');
        return payload;
    }
}
