using System.Text.Json;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Hashing;
using GovID.TestKit;

namespace GovID.Cryptography.Tests.Bn254;

/// <summary>Points, pairing values and registries of the AnonCreds vectors, read and written to the character.</summary>
public sealed class PublishedValueTests
{
    [Fact]
    public void Gives_the_published_multiples_and_pairing_values()
    {
        var constants = Read("anoncreds/upstream", "unit.json").GetProperty("bn254_constants");
        string Text(string name) => constants.GetProperty(name).GetString()!;

        G1Point.Generator.ToText().ShouldBe(Text("g1"));
        G2Point.Generator.ToText().ShouldBe(Text("g2"));
        (G1Point.Generator * Scalar.FromInteger(7)).ToText().ShouldBe(Text("g1_times_7"));
        (G2Point.Generator * Scalar.FromInteger(7)).ToText().ShouldBe(Text("g2_times_7"));
        Pairing.Compute(G1Point.Generator, G2Point.Generator).ToText().ShouldBe(Text("e_g1_g2"));
        Pairing.Compute(G1Point.Generator * Scalar.FromInteger(7), G2Point.Generator * Scalar.FromInteger(5)).ToText().ShouldBe(Text("e_7g1_5g2"));
        var hash = Sha256.Hash(Pairing.Compute(G1Point.Generator, G2Point.Generator).ToBytes());
        Convert.ToHexStringLower(hash).ShouldBe(Text("e_g1_g2_bytes_sha256"));
    }

    [Fact]
    public void Reads_and_refuses_the_published_point_texts()
    {
        var points = Read("anoncreds/upstream", "unit.json").GetProperty("bn254_points");

        foreach (var text in points.GetProperty("g1_valid").EnumerateArray())
            G1Point.ParseText(text.GetString()).ToText().ShouldBe(text.GetString());
        foreach (var text in points.GetProperty("g1_invalid").EnumerateArray())
            G1Point.TryParseText(text.GetString(), out _, allowIdentity: true).ShouldBeFalse();
        foreach (var text in points.GetProperty("g1_infinity_only_where_allowed").EnumerateArray())
        {
            G1Point.TryParseText(text.GetString(), out _).ShouldBeFalse();
            G1Point.ParseText(text.GetString(), allowIdentity: true).IsIdentity.ShouldBeTrue();
        }

        foreach (var text in points.GetProperty("accumulator_infinity").EnumerateArray())
        {
            G2Point.TryParseText(text.GetString(), out _).ShouldBeFalse();
            G2Point.ParseText(text.GetString(), allowIdentity: true).IsIdentity.ShouldBeTrue();
        }
    }

    // z = e(g, g_dash)^(gamma^(L+1)) and tail k = g_dash·gamma^k, with g_dash itself at L + 1 (AnonCreds 10.5).
    [Fact]
    public void Reproduces_the_keys_and_tails_of_the_recorded_registries()
    {
        foreach (var (registry, key) in Registries())
        {
            var (g, gDash) = (G1Point.ParseText(key.GetProperty("g").GetString()), G2Point.ParseText(key.GetProperty("g_dash").GetString()));
            var gamma = Scalar.ParseText(registry.GetProperty("rev_reg_def_private").GetProperty("value").GetProperty("gamma").GetString());
            var value = registry.GetProperty("rev_reg_def").GetProperty("value");
            var count = value.GetProperty("maxCredNum").GetInt32();
            var tails = Convert.FromBase64String(registry.GetProperty("tails_file_base64").GetString()!);

            var power = Scalar.One;
            for (var k = 0; k <= 2 * count; k++, power *= gamma)
            {
                var tail = tails.AsSpan(2 + (k * G2Point.Length), G2Point.Length);
                (k == count + 1 ? gDash : gDash * power).ToBytes().ShouldBe(tail.ToArray());
                if (k != count + 1)
                    continue;
                var z = Gt.ParseText(value.GetProperty("publicKeys").GetProperty("accumKey").GetProperty("z").GetString());
                z.ShouldBe(Pairing.Compute(g, gDash).Power(power));
                Gt.ParseText(z.ToText()).ShouldBe(z);
            }
        }
    }

    private static IEnumerable<(JsonElement Registry, JsonElement Key)> Registries()
    {
        static JsonElement RevocationKey(JsonElement file) =>
            file.GetProperty("credDef").GetProperty("value").GetProperty("revocation");

        var own = Read("anoncreds/revocation", "r01-by-default-8.json");
        yield return (own, RevocationKey(own.GetProperty("key")));
        var folder = SharedData.Vectors("anoncreds/reference");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "registries")).Where(file => !file.Contains("64", StringComparison.Ordinal)))
        {
            var registry = Parse(file);
            yield return (registry, RevocationKey(Parse(Path.Combine(folder, "keys", registry.GetProperty("key").GetString() + ".json"))));
        }
    }

    private static JsonElement Read(string suite, string file)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        return Parse(Path.Combine(SharedData.Vectors(suite), file));
    }

    private static JsonElement Parse(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }
}
