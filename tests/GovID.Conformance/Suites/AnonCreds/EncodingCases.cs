using GovID.AnonCreds.Credentials;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>The raw values of <c>encoding.json</c>.</summary>
internal static class EncodingCases
{
    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder)
    {
        if (!folder.Has("encoding.json"))
            yield break;
        var vectors = folder.Read("encoding.json")["vectors"]!.AsArray();
        for (var i = 0; i < vectors.Count; i++)
        {
            var vector = vectors[i]!;
            yield return new ConformanceCase($"encoding.json vectors[{i}]", () =>
            {
                var raw = vector["raw"]!.GetValue<string>();
                Check.Equal("raw_utf8_hex", vector["raw_utf8_hex"]!.GetValue<string>(), Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(raw)));
                Check.Equal("encoded", vector["encoded"]!.GetValue<string>(), AttributeEncoding.Encode(raw));
                Check.Equal("kind", vector["kind"]!.GetValue<string>(), AttributeEncoding.TryParseInt32(raw, out _) ? "int32" : "sha256");
            });
        }
    }
}
