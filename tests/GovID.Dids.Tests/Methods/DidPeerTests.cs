using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Dids.Tests.Methods;

public sealed class DidPeerTests
{
    private static readonly PublicKey Signing = Key("ByHnpUCFb1vAfh9CFZ8ZkmUZguURW8nSw889hy6rD8L7", KeyType.Ed25519);
    private static readonly PublicKey Agreeing = Key("JhNWeSVLMYccCk7iopQW4guaSJTojqpMEELgSLhKwRr", KeyType.X25519);

    [Fact]
    public void Makes_and_resolves_an_inception_key()
    {
        var did = DidPeer.CreateInceptionKey(Signing);
        var document = DidPeer.CreateDocument(did);

        did.ToString().ShouldBe("did:peer:0z6MkqRYqQiSgvZQdnBytw86Qbs2ZWUkGv22od935YF4s8M7V");
        DidPeer.NumericBasisOf(did).ShouldBe(0);
        document.KeysFor(VerificationRelationship.Authentication).ShouldBe([Signing]);
        document.KeysFor(VerificationRelationship.KeyAgreement).ShouldBe([Signing.ToX25519()]);
    }

    [Fact]
    public async Task Makes_a_genesis_did_and_believes_only_its_document()
    {
        var stored = Stored();
        var did = DidPeer.CreateGenesis(stored);
        var text = Encoding.UTF8.GetString(stored);

        var good = await Resolve(did, text);
        var spaced = await Resolve(did, text.Replace(",", ",\n ", StringComparison.Ordinal));
        var altered = await Resolve(did, text.Replace("https://example.com", "https://evil.example", StringComparison.Ordinal));
        var absent = await Resolve(did, null);

        var document = good.ShouldBeOfType<DidResolution.Resolved>().Document;
        document.Id.ShouldBe(did);
        document.KeysFor(VerificationRelationship.Authentication).ShouldBe([Signing]);
        spaced.ShouldBeOfType<DidResolution.Resolved>();
        altered.ShouldBeOfType<DidResolution.Invalid>();
        absent.ShouldBeOfType<DidResolution.NotFound>();
    }

    [Fact]
    public void Hashes_a_stored_document_with_or_without_its_id()
    {
        var did = DidPeer.CreateGenesis(Stored());

        DidPeer.CreateGenesis(Encoding.UTF8.GetBytes("{\"id\":\"did:x:any\"," + Encoding.UTF8.GetString(Stored())[1..])).ShouldBe(did);
    }

    [Fact]
    public void Escapes_texts_as_ecmascript_does_before_hashing()
    {
        var plain = DidPeer.CreateGenesis("""{"x":"é/\"\\\n 𝄞<>&'"}"""u8.ToArray());
        var escaped = DidPeer.CreateGenesis("""{"x":"\u00e9\/\u0022\u005c\u000a \ud834\udd1e\u003c\u003e\u0026\u0027"}"""u8.ToArray());

        escaped.ShouldBe(plain);
    }

    [Fact]
    public void Makes_an_inline_did_that_resolves_to_its_keys_and_services()
    {
        var did = DidPeer.CreateInline(
            [new(VerificationRelationship.Authentication, Signing), new(VerificationRelationship.KeyAgreement, Agreeing)],
            [
                ServiceEntry.DidCommunication("#didcomm-0", "https://example.com", ["#key-1"], []),
                ServiceEntry.DidCommMessaging("did:x:y#left-out", "https://example.com/2", ["did:x:m#k"], ["didcomm/v2"]),
            ]);

        var document = DidPeer.CreateDocument(did);

        document.KeysFor(VerificationRelationship.Authentication).ShouldBe([Signing]);
        document.KeysFor(VerificationRelationship.KeyAgreement).ShouldBe([Agreeing]);
        document.FindMethod("#key-2").ShouldNotBeNull().GetPublicKey().ShouldBe(Agreeing);
        document.FindService("#didcomm-0").ShouldNotBeNull().RecipientKeys.ShouldBe(["#key-1"]);
        var second = document.FindService("#didcommmessaging-1").ShouldNotBeNull();
        second.Types.ShouldBe(["DIDCommMessaging"]);
        second.Endpoints.ShouldHaveSingleItem().Accept.ShouldBe(["didcomm/v2"]);
        second.Endpoints[0].RoutingKeys.ShouldBe(["did:x:m#k"]);
        document.Validate().ShouldBeEmpty();
    }

    [Fact]
    public void Knows_every_purpose()
    {
        var text = Signing.ToMultikey();
        var document = DidPeer.CreateDocument(Did.Parse($"did:peer:2.A{text}.V{text}.I{text}.D{text}.E{Agreeing.ToMultikey()}"));

        foreach (var relationship in Enum.GetValues<VerificationRelationship>())
            document.KeysFor(relationship).ShouldBe([relationship == VerificationRelationship.KeyAgreement ? Agreeing : Signing]);
    }

    [Fact]
    public void Names_services_as_the_specification_does_when_asked()
    {
        var did = WithService("""{"t":"dm","s":"https://a.example"}""", """{"t":"dm","s":"https://b.example"}""", """{"id":"#mine","t":"x","s":"u"}""");

        DidPeer.CreateDocument(did, PeerServiceNaming.Specification).Services.Select(service => service.Id)
            .ShouldBe([$"{did}#service", $"{did}#service-1", $"{did}#mine"]);
    }

    [Fact]
    public void Reads_a_list_of_services_in_one_element()
    {
        const string json = """[{"t":"dm","s":"https://a.example","r":["x"],"a":["didcomm/v2"]},{"t":"did-communication","s":"https://b.example","priority":1}]""";

        var document = DidPeer.CreateDocument(WithService(json));

        document.Services.Count.ShouldBe(2);
        document.Services[0].RoutingKeys.ShouldBe(["x"]);
        document.Services[1].Priority.ShouldBe(1);
    }

    [Theory]
    [InlineData("did:peer:2")]
    [InlineData("did:peer:2.")]
    [InlineData("did:peer:2.V")]
    [InlineData("did:peer:2.Xz6MkqRYqQiSgvZQdnBytw86Qbs2ZWUkGv22od935YF4s8M7V")]
    [InlineData("did:peer:2.Vz6MkqRYqQiSgvZQdnBytw86Qbs2ZWUkGv22od935YF4s8M7V..")]
    [InlineData("did:peer:2.Vz6MkqRYqQiSgvZQdnBytw86Qbs2ZWUkGv22od935YF4s8M7V.S")]
    [InlineData("did:peer:2.Vz6MkqRYqQiSgvZQdnBytw86Qbs2ZWUkGv22od935YF4s8M7V.Sx")]
    [InlineData("did:peer:2Vz6MkqRYqQiSgvZQdnBytw86Qbs2ZWUkGv22od935YF4s8M7V")]
    [InlineData("did:peer:0")]
    [InlineData("did:peer:0z6Mk")]
    [InlineData("did:peer:4z:z")]
    [InlineData("did:peer:4zQmZJVsg5xdo5gVX3HCEvwp29MxrCMvnBnPM2TTYqXjLseo:z7")]
    public async Task Refuses_a_malformed_did(string text) =>
        (await new DidPeerResolver().ResolveAsync(Did.Parse(text), TestContext.Current.CancellationToken)).ShouldBeOfType<DidResolution.Invalid>();

    [Theory]
    [InlineData("""{"s":"https://a.example"}""")]
    [InlineData("""{"t":"dm"}""")]
    [InlineData("""{"t":"dm","type":"dm","s":"u"}""")]
    [InlineData("""{"t":"dm","t":"dm","s":"u"}""")]
    [InlineData("7")]
    [InlineData("[[]]")]
    [InlineData("""{"t":1,"s":"u"}""")]
    public async Task Refuses_a_malformed_service(string json) =>
        (await new DidPeerResolver().ResolveAsync(WithService(json), TestContext.Current.CancellationToken)).ShouldBeOfType<DidResolution.Invalid>();

    [Theory]
    [InlineData("did:peer:5z6Mk")]
    [InlineData("did:peer:x")]
    [InlineData("did:key:z6Mk")]
    public async Task Does_not_speak_other_variants(string text) =>
        (await new DidPeerResolver().ResolveAsync(Did.Parse(text), TestContext.Current.CancellationToken)).ShouldBeOfType<DidResolution.MethodNotSupported>();

    [Fact]
    public async Task Makes_a_long_form_whose_short_form_agrees()
    {
        var longForm = DidPeer.CreateLongForm(Stored());
        var shortForm = DidPeer.ShortFormOf(longForm);

        var fromLong = (await Resolve(longForm, null)).ShouldBeOfType<DidResolution.Resolved>();
        var fromShort = (await Resolve(shortForm, longForm.ToString())).ShouldBeOfType<DidResolution.Resolved>();

        DidPeer.IsLongForm(longForm).ShouldBeTrue();
        DidPeer.IsLongForm(shortForm).ShouldBeFalse();
        fromLong.Document.AlsoKnownAs.ShouldBe([shortForm.ToString()]);
        fromShort.Document.AlsoKnownAs.ShouldBe([longForm.ToString()]);
        fromShort.Document.Id.ShouldBe(shortForm);
        fromLong.Metadata.EquivalentIds.ShouldBe([shortForm]);
        fromShort.Document.VerificationMethods.ShouldAllBe(method => method.Controller == shortForm.ToString());
        fromShort.Document.KeysFor(VerificationRelationship.Authentication).ShouldBe([Signing]);
    }

    [Fact]
    public async Task Believes_no_other_long_form_for_a_short_one()
    {
        var one = DidPeer.CreateLongForm(Stored());
        var other = DidPeer.CreateLongForm(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Stored()).Replace("example.com", "evil.example", StringComparison.Ordinal)));

        (await Resolve(DidPeer.ShortFormOf(one), other.ToString())).ShouldBeOfType<DidResolution.Invalid>();
        (await Resolve(DidPeer.ShortFormOf(one), "nonsense")).ShouldBeOfType<DidResolution.Invalid>();
        (await Resolve(DidPeer.ShortFormOf(one), null)).ShouldBeOfType<DidResolution.NotFound>();
    }

    [Fact]
    public async Task Refuses_a_long_form_with_a_changed_document()
    {
        var text = DidPeer.CreateLongForm(Stored()).ToString();
        var changed = text[^1] == 'a' ? 'b' : 'a';

        (await Resolve(Did.Parse(text[..^1] + changed), null)).ShouldBeOfType<DidResolution.Invalid>();
    }

    [Fact]
    public void Keeps_aliases_and_controllers_that_the_document_brings()
    {
        var did = DidPeer.CreateLongForm("""{"alsoKnownAs":["did:x:a"],"verificationMethod":[{"id":"#k","type":"Multikey","controller":"did:x:b"}]}"""u8.ToArray());

        var document = DidPeer.CreateDocument(did);

        document.AlsoKnownAs.ShouldBe(["did:x:a", DidPeer.ShortFormOf(did).ToString()]);
        document.VerificationMethods.ShouldHaveSingleItem().Controller.ShouldBe("did:x:b");
    }

    [Fact]
    public void Refuses_to_make_a_long_form_of_a_document_with_an_id() =>
        Should.Throw<DidException>(() => DidPeer.CreateLongForm("""{"id":"did:x:a"}"""u8.ToArray())).Field.ShouldBe("id");

    [Fact]
    public void Reads_padding_of_old_writers()
    {
        var padded = $"did:peer:2.V{Signing.ToMultikey()}.SeyJ0IjoieCIsInMiOiJ1In0=.SeyJ0IjoieHkiLCJzIjoidSJ9==";

        DidPeer.TryParseLenient(padded, out var did).ShouldBeTrue();
        did.ToString().ShouldBe(padded.Replace("=", string.Empty, StringComparison.Ordinal));
        DidPeer.CreateDocument(did).Services.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("did:peer:2.Vz=")]
    [InlineData("did:peer:0z=")]
    [InlineData("did:peer:5z")]
    [InlineData("did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th")]
    public void Reads_padding_nowhere_else(string? text) => DidPeer.TryParseLenient(text, out _).ShouldBeFalse();

    [Fact]
    public void Finds_keys_by_every_name_that_services_use()
    {
        var document = DidPeer.CreateDocument(WithService("""{"t":"x","s":"u"}"""));
        var text = Signing.ToMultikey();

        foreach (var name in new[] { "#key-1", $"{document.Id}#key-1", $"did:key:{text}", $"did:key:{text}#{text}", "ByHnpUCFb1vAfh9CFZ8ZkmUZguURW8nSw889hy6rD8L7", "#" + text[1..], "#" + text[1..9] })
            document.FindKey(name).ShouldBe(Signing, name);
        foreach (var name in new[] { "", "#key-2", "#" + text[1..8], "#" + text[1..10], "did:x:y#key-1", "key-1" })
            document.FindKey(name).ShouldBeNull(name);
    }

    [Fact]
    public async Task Resolves_the_short_form_of_an_inline_did()
    {
        var longForm = WithService("""{"t":"dm","s":"https://a.example"}""");
        var shortForm = DidPeer.ShortFormOf(longForm);

        var resolution = await Resolve(shortForm, longForm.ToString());

        var document = resolution.ShouldBeOfType<DidResolution.Resolved>().Document;
        shortForm.ToString().ShouldStartWith("did:peer:3zQm");
        document.Id.ShouldBe(shortForm);
        document.AlsoKnownAs.ShouldBe([longForm.ToString()]);
        document.FindMethod("#key-1").ShouldNotBeNull().GetPublicKey().ShouldBe(Signing);
        (await Resolve(shortForm, DidPeer.CreateInceptionKey(Signing).ToString())).ShouldBeOfType<DidResolution.Invalid>();
    }

    [Fact]
    public void Refuses_what_is_too_large()
    {
        var large = Encoding.UTF8.GetBytes($$"""{"x":"{{new string('y', DidPeer.MaximumStoredBytes)}}"}""");

        Should.Throw<DidException>(() => DidPeer.CreateLongForm(large)).Code.ShouldBe(DidErrorCode.LimitExceeded);
        Should.Throw<DidException>(() => DidPeer.CreateGenesis(large)).Code.ShouldBe(DidErrorCode.LimitExceeded);
        Should.Throw<DidException>(() => DidPeer.CreateInline([], [])).Code.ShouldBe(DidErrorCode.InvalidDocument);
    }

    private static byte[] Stored() => new DidDocumentBuilder((Did?)null)
        .AddKey("#key-1", Signing, VerificationKeyFormat.Deployed, VerificationRelationship.Authentication)
        .AddService(ServiceEntry.DidCommunication("#service-0", "https://example.com", ["#key-1"], []))
        .BuildStored();

    private static Did WithService(params string[] services) => Did.Parse(
        $"did:peer:2.V{Signing.ToMultikey()}{string.Concat(services.Select(json => ".S" + Base64Url.Encode(Encoding.UTF8.GetBytes(json))))}");

    private static PublicKey Key(string base58, KeyType type) => PublicKey.Import(type, Base58.Decode(base58));

    private static async Task<DidResolution> Resolve(Did did, string? stored) =>
        await new DidPeerResolver((_, _) => ValueTask.FromResult(stored)).ResolveAsync(did, TestContext.Current.CancellationToken);
}
