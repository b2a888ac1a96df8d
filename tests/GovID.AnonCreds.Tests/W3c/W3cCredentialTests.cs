using System.Text.Json.Nodes;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.W3c;

namespace GovID.AnonCreds.Tests.W3c;

public sealed class W3cCredentialTests(W3cFlow flow) : IClassFixture<W3cFlow>
{
    [Fact]
    public void Writes_the_document_that_it_read()
    {
        var written = flow.Held.ToUtf8Json();

        W3cCredential.Parse(written).ToUtf8Json().ShouldBe(written);
        flow.Held.Version.ShouldBe(W3cVersion.Version11);
        flow.Held.Date.ShouldBe("2026-11-21T00:00:00Z");
        flow.Held.Issuer.ShouldBe(flow.Land.Schema.IssuerId);
    }

    [Fact]
    public void Converts_both_ways_without_losing_anything_that_is_signed()
    {
        var legacy = flow.Held.ToHeld();

        var back = W3cCredential.Of(legacy, flow.Held.Issuer, W3cFlow.Form);

        back.ToUtf8Json().ShouldBe(flow.Held.ToUtf8Json());
        back.ToHeld().ToUtf8Json().ShouldBe(legacy.ToUtf8Json());
    }

    [Theory]
    [InlineData("17", "17")]
    [InlineData("-2147483648", "-2147483648")]
    [InlineData("007", "7")]
    [InlineData("+5", "5")]
    [InlineData("2147483648", "2147483648")]
    [InlineData("", "")]
    [InlineData("1.0", "1.0")]
    public void Writes_integers_of_32_bits_as_numbers(string raw, string shown)
    {
        var value = W3cValue.Of(raw);

        value.Raw.ShouldBe(shown);
        (value is W3cValue.Number).ShouldBe(AttributeEncoding.TryParseInt32(raw, out _));
        AttributeEncoding.Encode(value.Raw!).ShouldBe(AttributeEncoding.Encode(raw));
        value.ToString().ShouldBe("[redacted]");
    }

    [Fact]
    public void Writes_version_2_without_a_date_or_with_one()
    {
        var plain = W3cCredential.Of(flow.Held.ToHeld(), flow.Held.Issuer, W3cForm.Version20());
        var dated = W3cCredential.Of(flow.Held.ToHeld(), flow.Held.Issuer, W3cForm.Version20(W3cFlow.Form.Date));

        W3cCredential.Parse(plain.ToUtf8Json()).Date.ShouldBeNull();
        W3cCredential.Parse(dated.ToUtf8Json()).Date.ShouldBe("2026-11-21T00:00:00Z");
        plain.Version.ShouldBe(W3cVersion.Version20);
    }

    [Fact]
    public void Keeps_proofs_of_other_cryptosuites()
    {
        var json = W3cFlow.Changed(flow.Held.ToUtf8Json(), document => document["proof"]!.AsArray().Insert(0, new JsonObject { ["cryptosuite"] = "eddsa-rdfc-2022", ["created"] = 1 }));

        W3cCredential.Parse(json).ToUtf8Json().ShouldBe(json);
    }

    [Fact]
    public void Reads_a_proof_that_stands_without_an_array()
    {
        var json = W3cFlow.Changed(flow.Held.ToUtf8Json(), document => document["proof"] = document["proof"]![0]!.DeepClone());

        W3cCredential.Parse(json).ToUtf8Json().ShouldBe(json);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "/extra", "1" },
        { "/@context", "[]" },
        { "/@context", """["https://example.org/v9"]""" },
        { "/@context/2", "7" },
        { "/type", """["Other"]""" },
        { "/type", "[null]" },
        { "/@context", "[null]" },
        { "/proof", "[null]" },
        { "/type", "\"VerifiableCredential\"" },
        { "/issuer", "\"nobody\"" },
        { "/issuer", "null" },
        { "/issuanceDate", "null" },
        { "/issuanceDate", "\"2026-13-01T00:00:00Z\"" },
        { "/issuanceDate", "\"2026-11-21\"" },
        { "/issuanceDate", "\"2026-11-21T00:00:00\"" },
        { "/issuanceDate", "\"2026-11-21T00:00:00.Z\"" },
        { "/issuanceDate", "\"2026-11-21T00:00:00+25:00\"" },
        { "/validFrom", "\"2026-11-21T00:00:00Z\"" },
        { "/id", "\"\"" },
        { "/credentialSubject/area", "true" },
        { "/credentialSubject/area", "false" },
        { "/credentialSubject/area", "1.5" },
        { "/credentialSubject/area", "2147483648" },
        { "/credentialSubject/area", "null" },
        { "/credentialSubject/area", "{}" },
        { "/credentialSubject/AREA", "1" },
        { "/credentialSubject/master_secret", "1" },
        { "/credentialSubject", "{}" },
        { "/proof", "[]" },
        { "/proof", "null" },
        { "/proof/0/cryptosuite", "\"eddsa-2022\"" },
        { "/proof/0/type", "\"Other\"" },
        { "/proof/0/proofPurpose", "\"authentication\"" },
        { "/proof/0/verificationMethod", "\"did:web:other.example\"" },
        { "/proof/0/extra", "1" },
        { "/proof/0/proofValue", "\"\"" },
        { "/proof/0/proofValue", "\"u\"" },
        { "/proof/0/proofValue", "\"ukg\"" },
        { "/proof/0/proofValue", "\"zabc\"" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refuses_a_document_with_a_member_that_breaks_a_rule(string path, string value)
    {
        var json = W3cFlow.Changed(flow.Held.ToUtf8Json(), document =>
        {
            var parts = path.Split('/')[1..];
            var holder = parts[..^1].Aggregate(document, (node, part) => node is JsonArray list ? list[Index(part)]! : node[part]!);
            if (holder is JsonArray items)
                items[Index(parts[^1])] = JsonNode.Parse(value);
            else
                holder[parts[^1]] = JsonNode.Parse(value);
        });

        Should.Throw<AnonCredsException>(() => W3cCredential.Parse(json)).Field.ShouldNotBeNull();
    }

    [Fact]
    public void Refuses_a_document_with_a_member_twice()
    {
        var text = System.Text.Encoding.UTF8.GetString(flow.Held.ToUtf8Json()).Replace("{\"@context\"", "{\"issuer\":\"a:b\",\"@context\"", StringComparison.Ordinal);

        Should.Throw<AnonCredsException>(() => W3cCredential.Parse(System.Text.Encoding.UTF8.GetBytes(text))).Code.ShouldBe(AnonCredsErrorCode.Malformed);
    }

    [Fact]
    public void Refuses_a_document_over_the_size_limit() =>
        Should.Throw<AnonCredsException>(() => W3cCredential.Parse(new byte[Credential.MaximumBytes + 1])).Code.ShouldBe(AnonCredsErrorCode.TooLarge);

    [Fact]
    public void Refuses_a_credential_whose_document_names_another_issuer()
    {
        var json = W3cFlow.Changed(flow.Issued.ToUtf8Json(), document => document["issuer"] = "did:web:other.example");

        Should.Throw<AnonCredsException>(() => W3cCredential.Parse(json).ToIssued(flow.Land.Created.Definition)).Field.ShouldBe("$.issuer");
    }

    [Fact]
    public void Refuses_to_put_another_credential_into_a_document()
    {
        var (_, other) = flow.Issue("Bo", "1");

        Should.Throw<AnonCredsException>(() => flow.Held.With(other.ToHeld())).Code.ShouldBe(AnonCredsErrorCode.Invalid);
    }

    [Fact]
    public void Refuses_to_convert_a_value_whose_encoding_is_another()
    {
        var json = W3cFlow.Changed(flow.Held.ToHeld().ToUtf8Json(), document => document["values"]!["area"]!["encoded"] = "5");

        Should.Throw<AnonCredsException>(() => W3cCredential.Of(HeldCredential.Parse(json), flow.Held.Issuer, W3cFlow.Form)).Code.ShouldBe(AnonCredsErrorCode.Invalid);
    }

    [Fact]
    public void Prints_nothing()
    {
        flow.Held.ToString().ShouldBe("[redacted]");
        W3cValue.Of("x").ToString().ShouldBe("[redacted]");
    }

    private static int Index(string part) => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture);
}
