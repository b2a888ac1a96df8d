using System.Globalization;
using System.Text.Json;

namespace GovID.Conformance.Suites.Reference;

/// <summary>The cases of <c>stores.json</c>: which state stood at which second, texts of attributes, requests that were written.</summary>
internal static class StoreCases
{
    private const string FileName = "stores.json";

    public static IEnumerable<ConformanceCase> Load(string folder, Lazy<Replay> replay)
    {
        var file = Vectors.Json(folder, FileName);
        foreach (var ledger in file.Member("timeStore").EnumerateObject())
        {
            var index = 0;
            foreach (var entry in ledger.Value.EnumerateArray())
            {
                var place = index++;
                yield return new ConformanceCase($"{FileName} timeStore {ledger.Name}[{place}]", () => RunTime(entry, ledger.Name, place, replay.Value));
            }
        }

        var number = 0;
        foreach (var entry in file.Member("attributeStore").EnumerateObject())
            yield return new ConformanceCase($"{FileName} attributeStore[{number++}]", () => Check.Equal(entry.Name, entry.Value.GetString(), replay.Value.Ledgers.Attributes.Find(entry.Name)));
        number = 0;
        foreach (var entry in file.Member("seqNoStoreSample").EnumerateObject())
            yield return new ConformanceCase($"{FileName} seqNoStoreSample[{number++}]", () => Check.Equal(entry.Name, entry.Value.GetString(), PlaceOf(entry.Name, replay.Value)));
    }

    private static void RunTime(JsonElement entry, string ledger, int place, Replay replay)
    {
        var entries = replay.Ledgers.Times.Entries(Replay.LedgerOf(ledger));
        Check.That("entry", place < entries.Count, $"our store has {entries.Count} entries");
        Check.Equal("time", entry[0].GetInt64(), entries[place].Key);
        Check.Equal("root", entry[1].GetString(), entries[place].Value.ToString());
    }

    private static string? PlaceOf(string digest, Replay replay) => replay.Ledgers.Requests.FindByPayload(digest) is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)place.Ledger}~{place.SeqNo}")
        : replay.Ledgers.Requests.FindPayload(digest);
}
