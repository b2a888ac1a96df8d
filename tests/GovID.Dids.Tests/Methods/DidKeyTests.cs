using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Dids.Tests.Methods;

public sealed class DidKeyTests
{
    public static TheoryData<KeyType> Types => [.. Enum.GetValues<KeyType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Reads_the_key_it_was_made_of(KeyType type)
    {
        using var key = PrivateKey.Generate(type);

        var did = DidKey.Create(key.PublicKey);

        DidKey.GetPublicKey(did).ShouldBe(key.PublicKey);
        DidKey.TryParseReference(DidKey.ToReference(key.PublicKey), out var read).ShouldBeTrue();
        read.ShouldBe(key.PublicKey);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Resolves_to_a_sound_document(KeyType type)
    {
        using var key = PrivateKey.Generate(type);
        var did = DidKey.Create(key.PublicKey);

        var resolution = await new DidResolver(DidResolver.Offline).ResolveAsync(did, TestContext.Current.CancellationToken);

        var document = resolution.ShouldBeOfType<DidResolution.Resolved>().Document;
        document.Id.ShouldBe(did);
        document.Validate().ShouldBeEmpty();
        document.KeysFor(VerificationRelationship.Authentication).ShouldBe(type == KeyType.X25519 ? [] : [key.PublicKey]);
        document.KeysFor(VerificationRelationship.KeyAgreement).ShouldBe(type switch
        {
            KeyType.Ed25519 => [key.PublicKey.ToX25519()],
            KeyType.Secp256k1 => [],
            _ => [key.PublicKey],
        });
    }

    [Fact]
    public void Writes_keys_in_the_format_asked_for()
    {
        using var key = PrivateKey.Generate(KeyType.Ed25519);

        var document = DidKey.CreateDocument(DidKey.Create(key.PublicKey), VerificationKeyFormat.Multikey);

        document.VerificationMethods.ShouldHaveSingleItem().Type.ShouldBe("Multikey");
        document.Contexts.ShouldBe(["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"]);
    }

    [Fact]
    public void Refuses_a_key_in_another_base()
    {
        using var key = PrivateKey.Generate(KeyType.Ed25519);
        var bytes = Multicodec.Wrap(Multicodec.Ed25519Public, key.PublicKey.Export());

        foreach (var text in new[] { Multibase.Encode(MultibaseEncoding.Base64Url, bytes), Multibase.Encode(MultibaseEncoding.Base16, bytes) })
            Should.Throw<DidException>(() => DidKey.GetPublicKey(Did.Parse("did:key:" + text))).Code.ShouldBe(DidErrorCode.UnsupportedKey);
    }

    [Theory]
    [InlineData("did:key:z")]
    [InlineData("did:key:z6Mk")]
    [InlineData("did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7ti")]
    [InlineData("did:key:z16MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th")]
    [InlineData("did:key:zUC7EK3ZakmukHhuncwkbySmomv3FmrkmS36E4Ks5rsb6VQSRpoCrx6Hb8e2Nk6UvJFSdyw9NK1scFXJp21gNNYFjVWNgaqyGnkyhtagagCpQb5B7tagJu3HDbjQ8h5ypoHjwBb")]
    [InlineData("did:key:abc")]
    public async Task Refuses_what_is_no_canonical_key(string text) =>
        (await new DidKeyResolver().ResolveAsync(Did.Parse(text), TestContext.Current.CancellationToken)).Error.ShouldBe("invalidDid");

    [Fact]
    public async Task Refuses_another_method() =>
        (await new DidKeyResolver().ResolveAsync(Did.Parse("did:web:a.example"), TestContext.Current.CancellationToken)).ShouldBe(new DidResolution.MethodNotSupported("web"));

    [Theory]
    [InlineData("did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th")]
    [InlineData("did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th#z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th")]
    [InlineData("8HH5gYEeNc3z7PYXmd54d4x6qAfCNrqQqEB3nS7Zfu7K")]
    public void Reads_the_three_spellings_of_a_key_as_one(string text)
    {
        DidKey.TryParseReference(text, out var key).ShouldBeTrue();
        key.ToMultikey().ShouldBe("z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th#z6MksLeew51QS6Ca6tVKM56LQNbxCNVcLHv4xXj4jMkAhPWU")]
    [InlineData("did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th?x=1")]
    [InlineData("did:sov:R1xKJw17sUoXhejEpugMYJ")]
    [InlineData("8HH5gYEeNc3z7PYXmd54d4x6qAfCNrqQqEB3nS7Zfu7")]
    public void Refuses_other_spellings(string? text) => DidKey.TryParseReference(text, out _).ShouldBeFalse();
}
