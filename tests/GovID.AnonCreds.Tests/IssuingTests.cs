using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Tests;

public sealed class IssuingTests(LandRegistry land) : IClassFixture<LandRegistry>
{
    private readonly Holder _holder = new();
    private readonly LinkSecret _linkSecret = LinkSecret.Create();

    [Fact]
    public void Makes_keys_of_exactly_2048_bits() => land.Created.Definition.Value.Primary.N.GetBitLength().ShouldBe(2048);

    [Fact]
    public void A_search_for_keys_stops_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var options = new DefinitionOptions { Progress = new StopsAtReport(stop) };

        Should.Throw<OperationCanceledException>(() => Issuer.CreateDefinition(land.SchemaId, land.Schema, land.Schema.IssuerId, options, stop.Token))
            .CancellationToken.ShouldBe(stop.Token);
    }

    [Fact]
    public void Writes_and_reads_every_object_again()
    {
        var (offer, asked) = Ask();

        CredentialOffer.Parse(offer.ToUtf8Json()).ToUtf8Json().ShouldBe(offer.ToUtf8Json());
        CredentialDefinition.Parse(land.Created.Definition.ToUtf8Json()).ToUtf8Json().ShouldBe(land.Created.Definition.ToUtf8Json());
        CredentialRequest.Parse(asked.Request.ToUtf8Json()).ToUtf8Json().ShouldBe(asked.Request.ToUtf8Json());
        CredentialRequestMetadata.Parse(asked.Metadata.ExportUtf8Json()).ExportUtf8Json().ShouldBe(asked.Metadata.ExportUtf8Json());
        CredentialDefinitionPrivate.Parse(land.Created.Private.ExportUtf8Json()).ExportUtf8Json().ShouldBe(land.Created.Private.ExportUtf8Json());
    }

    [Theory]
    [InlineData("Owner")]
    [InlineData("Owner,area,extra")]
    [InlineData("Owner,AREA,area")]
    public void Refuses_to_issue_other_attributes_than_the_schema_has(string names)
    {
        var (offer, asked) = Ask();

        var refusal = Should.Throw<AnonCredsException>(() => Issue(offer, asked.Request, names.Split(',')));

        refusal.Code.ShouldBe(AnonCredsErrorCode.Invalid);
        refusal.Field.ShouldBe("$.values");
    }

    [Theory]
    [InlineData("u")]
    [InlineData("c")]
    [InlineData("v_dash_cap")]
    public void Refuses_a_request_whose_proof_was_changed(string member)
    {
        var (offer, asked) = Ask();
        var json = JsonNode.Parse(asked.Request.ToUtf8Json())!;
        var part = json[member == "u" ? "blinded_ms" : "blinded_ms_correctness_proof"]!;
        part[member] = Changed(part[member]!, 1);
        var changed = CredentialRequest.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()));

        Should.Throw<AnonCredsException>(() => Issue(offer, changed, ["Owner", "area"])).Code.ShouldBe(AnonCredsErrorCode.ProofRejected);
    }

    [Fact]
    public void Refuses_a_request_for_another_offer()
    {
        var (_, asked) = Ask();
        var (other, _) = Ask();

        Should.Throw<AnonCredsException>(() => Issue(other, asked.Request, ["Owner", "area"])).Code.ShouldBe(AnonCredsErrorCode.ProofRejected);
    }

    [Theory]
    [InlineData("m_2")]
    [InlineData("a")]
    [InlineData("e")]
    [InlineData("v")]
    public void Refuses_a_credential_whose_signature_was_changed(string member)
    {
        var (offer, asked) = Ask();
        var json = JsonNode.Parse(Issue(offer, asked.Request, ["Owner", "area"]).ToUtf8Json())!;
        var signature = json["signature"]!["p_credential"]!;
        signature[member] = Changed(signature[member]!, 2);

        Should.Throw<AnonCredsException>(() => Process(json, asked)).Code.ShouldBe(AnonCredsErrorCode.ProofRejected);
    }

    [Fact]
    public void Refuses_a_credential_whose_encoding_is_not_that_of_its_value()
    {
        var (offer, asked) = Ask();
        var json = JsonNode.Parse(Issue(offer, asked.Request, ["Owner", "area"]).ToUtf8Json())!;
        json["values"]!["area"]!["raw"] = "8";

        Should.Throw<AnonCredsException>(() => Process(json, asked)).Field.ShouldBe("$.values");
    }

    [Fact]
    public void Refuses_a_credential_with_a_value_that_is_null()
    {
        var (offer, asked) = Ask();
        var json = JsonNode.Parse(Issue(offer, asked.Request, ["Owner", "area"]).ToUtf8Json())!;
        json["values"]!["area"] = null;

        var refusal = Should.Throw<AnonCredsException>(() => Process(json, asked));

        refusal.Code.ShouldBe(AnonCredsErrorCode.Malformed);
        refusal.Field.ShouldBe("$.values.area");
    }

    [Fact]
    public void Refuses_a_predicate_that_does_not_hold_before_anything_is_computed()
    {
        var (offer, asked) = Ask();
        var held = Process(JsonNode.Parse(Issue(offer, asked.Request, ["Owner", "area"]).ToUtf8Json())!, asked);
        var request = LandRegistry.RequestOwnerAndArea();
        var unmet = request with
        {
            RequestedPredicates = new Dictionary<string, RequestedPredicate>
            {
                ["area"] = new() { Name = "area", Type = PredicateType.Greater, Value = 7 },
            },
        };
        var choice = new CredentialToPresent
        {
            Credential = held,
            Schema = land.Schema,
            Definition = land.Created.Definition,
            Attributes = new Dictionary<string, bool> { ["owner"] = true },
            Predicates = new HashSet<string> { "area" },
        };

        Should.Throw<AnonCredsException>(() => _holder.Present(unmet, [choice], _linkSecret)).Code.ShouldBe(AnonCredsErrorCode.CannotPresent);
    }

    [Fact]
    public void Prints_nothing_of_what_is_secret_or_personal()
    {
        var (offer, asked) = Ask();
        var issued = Issue(offer, asked.Request, ["Owner", "area"]);
        object[] hidden = [_linkSecret, asked.Metadata, land.Created.Private, issued, issued.Content, issued.Content.Signature, issued.Content.Values["area"]];

        hidden.ShouldAllBe(item => item.ToString() == "[redacted]");
    }

    private static string Changed(JsonNode number, int by) =>
        (BigInteger.Parse(number.GetValue<string>(), CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture);

    private (CredentialOffer Offer, CreatedRequest Asked) Ask()
    {
        var offer = Issuer.CreateOffer(land.SchemaId, land.DefinitionId, land.Created.KeyCorrectnessProof);
        return (offer, _holder.CreateRequest(offer, land.Created.Definition, _linkSecret, "default", RequestContext.Create()));
    }

    private IssuedCredential Issue(CredentialOffer offer, CredentialRequest request, string[] names) => new Issuer().Issue(new CredentialToIssue
    {
        Definition = land.Created.Definition,
        Private = land.Created.Private,
        Offer = offer,
        Request = request,
        Values = names.ToDictionary(name => name, _ => "7"),
    });

    private HeldCredential Process(JsonNode credential, CreatedRequest asked) => _holder.Process(new ReceivedCredential
    {
        Credential = IssuedCredential.Parse(Encoding.UTF8.GetBytes(credential.ToJsonString())),
        Metadata = asked.Metadata,
        LinkSecret = _linkSecret,
        Definition = land.Created.Definition,
        Request = asked.Request,
    });

    private sealed class StopsAtReport(CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value) => stop.Cancel();
    }
}
