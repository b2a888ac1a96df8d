using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Tests.Presentations;

public sealed class VerifierTests
{
    private const int Violations = 120;
    private readonly Verifier _verifier = new();

    [Fact]
    public void Verifies_many_in_their_order()
    {
        var vector = PresentationVector.Read("n08-three-credentials-one-link-secret.json");
        var good = new PresentationToVerify(vector.Presentation, vector.Request);
        var bad = good with { Request = vector.Request with { Nonce = Nonce.Create() } };

        var verdicts = _verifier.VerifyAll([good, bad, good, bad], vector.Objects, TestContext.Current.CancellationToken);

        verdicts.Select(verdict => verdict is PresentationVerdict.Accepted).ShouldBe([true, false, true, false]);
        _verifier.VerifyAll([], vector.Objects, TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    [Fact]
    public void Stops_between_presentations_when_it_is_cancelled()
    {
        var vector = PresentationVector.Read("n03-predicates-all-four.json");
        var good = new PresentationToVerify(vector.Presentation, vector.Request);

        Should.Throw<OperationCanceledException>(() => _verifier.VerifyAll([good], vector.Objects, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("n03-predicates-all-four.json", 1)]
    [InlineData("n07-names-groups-self-attested.json", 2)]
    [InlineData("n08-three-credentials-one-link-secret.json", 3)]
    public void Accepts_no_presentation_in_which_one_value_of_the_proof_was_changed(string file, int seed)
    {
        var vector = PresentationVector.Read(file);
        _verifier.Verify(vector.Presentation, vector.Request, vector.Objects).ShouldBe(new PresentationVerdict.Accepted());
        var random = new Random(seed);
        for (var i = 0; i < Violations; i++)
        {
            var changed = vector.PresentationJson.DeepClone();
            var place = Change(changed, random);

            Accepts(vector, changed, vector.RequestJson).ShouldBeFalse($"changed: {place}");
        }
    }

    private bool Accepts(PresentationVector vector, JsonNode presentation, JsonNode request)
    {
        try
        {
            return _verifier.Verify(
                Presentation.Parse(PresentationVector.Utf8(presentation)), PresentationRequest.Parse(PresentationVector.Utf8(request)), vector.Objects)
                is PresentationVerdict.Accepted;
        }
        catch (AnonCredsException)
        {
            return false;
        }
    }

    /// <summary>Changes one value of the proof, of the identifiers or of what is shown, and returns its path.</summary>
    private static string Change(JsonNode presentation, Random random)
    {
        string[] parts = ["proof", "identifiers", "requested_proof"];
        var leaves = parts.SelectMany(part => Leaves(presentation[part]!)).Where(leaf => !leaf.GetPath().Contains("self_attested", StringComparison.Ordinal)).ToList();
        var leaf = leaves[random.Next(leaves.Count)];
        var path = leaf.GetPath();
        leaf.ReplaceWith(Other(leaf, random));
        return path;
    }

    private static JsonValue Other(JsonValue leaf, Random random)
    {
        if (!leaf.TryGetValue<string>(out var text))
            return JsonValue.Create(leaf.GetValue<int>() ^ (1 << random.Next(3)));
        if (!BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return JsonValue.Create(text + "x");
        BigInteger[] others = [number + 1, number - 1, -number - 1, number << 1 | 1, number + (BigInteger.One << 2048), number + (BigInteger.One << random.Next(2, 2000))];
        return JsonValue.Create(others[random.Next(others.Length)].ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<JsonValue> Leaves(JsonNode node) => node switch
    {
        JsonObject map => map.Where(pair => pair.Value is not null).SelectMany(pair => Leaves(pair.Value!)),
        JsonArray list => list.Where(item => item is not null).SelectMany(item => Leaves(item!)),
        JsonValue value => [value],
        _ => [],
    };
}
