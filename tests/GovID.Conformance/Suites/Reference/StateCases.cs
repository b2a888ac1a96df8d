using System.Text;
using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>The cases of <c>states.json</c>: after each batch the root, every key that changed, and the multi-signature over the root.</summary>
internal static class StateCases
{
    private const string FileName = "states.json";

    public static IEnumerable<ConformanceCase> Load(string folder, Lazy<Replay> replay)
    {
        foreach (var ledger in Vectors.Json(folder, FileName).EnumerateObject())
        {
            var id = Replay.LedgerOf(ledger.Name);
            var index = 0;
            foreach (var entry in ledger.Value.EnumerateArray())
                yield return new ConformanceCase($"{FileName} {ledger.Name}[{index++}]", () => Run(entry, id, replay.Value));
        }
    }

    private static void Run(JsonElement entry, LedgerId ledger, Replay replay)
    {
        var batch = entry.Member("auditSeqNo").GetInt32();
        Check.That("auditSeqNo", batch >= 1 && batch < replay.Steps.Count, $"there are {replay.Steps.Count - 1} batches");
        var view = replay.StateAfter(ledger, batch);
        Check.Equal("stateRoot_b58", entry.Text("stateRoot_b58"), view.Root.ToString());
        CheckChanges(entry, Changes(ledger, replay, batch));
        if (entry.Optional("multiSignature") is { } signature)
            SignatureCheck.Run("multiSignature", MultiSignature.Parse(LedgerMap.Parse(signature.GetRawText())), ledger, view.Root, replay);
    }

    private static void CheckChanges(JsonElement entry, SortedDictionary<string, byte[]?> changes)
    {
        var recorded = entry.Items("changes").ToArray();
        Check.Equal("changes.length", recorded.Length, changes.Count);
        foreach (var change in recorded)
        {
            var key = change.Text("keyHex");
            Check.That($"changes.{key}", changes.ContainsKey(key), "our state did not change here");
            if (change.Optional("keyText") is { } text)
                Check.Equal($"changes.{key}.keyText", text.GetString(), Encoding.UTF8.GetString(Convert.FromHexString(key)));
            var value = changes[key] is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
            Check.Equal($"changes.{key}.value", change.Member("value").GetString(), value);
        }
    }

    /// <summary>What differs between two batches; before the first one the state is empty.</summary>
    private static SortedDictionary<string, byte[]?> Changes(LedgerId ledger, Replay replay, int batch)
    {
        var before = batch == 1 ? [] : Entries(replay.StateAfter(ledger, batch - 1));
        var after = Entries(replay.StateAfter(ledger, batch));
        var changes = new SortedDictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var (key, value) in after.Where(one => !before.TryGetValue(one.Key, out var old) || !old.AsSpan().SequenceEqual(one.Value)))
            changes[key] = value;
        foreach (var key in before.Keys.Where(key => !after.ContainsKey(key)))
            changes[key] = null;
        return changes;
    }

    private static Dictionary<string, byte[]> Entries(StateView view) =>
        view.Entries([]).ToDictionary(entry => Hex.Encode(entry.Key), entry => entry.Value, StringComparer.Ordinal);
}
