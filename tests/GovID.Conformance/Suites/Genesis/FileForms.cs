using System.Text;
using System.Text.Json;
using GovID.Ledger.Merkle;

namespace GovID.Conformance.Suites.Genesis;

/// <summary>The forms that one genesis may have as text, and writing it again.</summary>
internal static class FileForms
{
    /// <summary>The same transactions under any white space give the same root, and what is written again holds the same JSON values.</summary>
    public static void Check(byte[] file, Func<byte[], MerkleHash> root, Func<byte[], byte[]> rewrite)
    {
        var expected = root(file);
        var text = Encoding.UTF8.GetString(file).Trim();
        foreach (var (form, changed) in new[]
        {
            ("without trailing newline", text),
            ("with CR LF", text.ReplaceLineEndings("\r\n") + "\r\n"),
            ("with blank lines", "\n" + text.ReplaceLineEndings("\n\n \t\n")),
            ("on one line", text.ReplaceLineEndings(" ")),
        })
        {
            Conformance.Check.Equal($"root {form}", expected.ToString(), root(Encoding.UTF8.GetBytes(changed)).ToString());
        }

        var written = rewrite(file);
        Conformance.Check.Equal("root of the written file", expected.ToString(), root(written).ToString());
        var (before, after) = (Values(file), Values(written));
        Conformance.Check.Equal("transactions.length", before.Count, after.Count);
        for (var i = 0; i < before.Count; i++)
            Conformance.Check.Equal($"transactions[{i}]", before[i], after[i]);
    }

    /// <summary>The JSON values of the file, read without our own code.</summary>
    private static List<JsonElement> Values(byte[] file)
    {
        var values = new List<JsonElement>();
        var reader = new Utf8JsonReader(file, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
            values.Add(JsonElement.ParseValue(ref reader));
        return values;
    }
}
