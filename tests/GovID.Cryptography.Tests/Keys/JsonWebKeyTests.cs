using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Tests.Keys;

public sealed class JsonWebKeyTests
{
    // RFC 8037 appendix A.1
    private const string Ed25519 = """{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

    // RFC 7517 appendix A.2
    private const string P256 = """{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE","use":"enc","kid":"1"}""";

    public static TheoryData<KeyType> Types => new(Enum.GetValues<KeyType>());

    // RFC 8037 appendix A.1 to A.4
    [Fact]
    public void Reads_signs_and_names_the_published_ed25519_key()
    {
        using var key = JsonWebKey.ParsePrivate(Utf8(Ed25519));

        new JsonWebKey(key.PublicKey).Thumbprint().ShouldBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        Base64Url.Encode(key.Sign("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"u8))
            .ShouldBe("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    }

    // RFC 7515 appendix A.3
    [Fact]
    public void Verifies_the_published_es256_signature()
    {
        var key = JsonWebKey.Parse("""{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"""u8);
        var signature = Base64Url.Decode("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");

        key.PublicKey.Verify("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"u8, signature).ShouldBeTrue();
    }

    [Fact]
    public void Reads_the_members_that_speak_about_the_key()
    {
        using var secret = JsonWebKey.ParsePrivate(Utf8(P256));
        var key = JsonWebKey.Parse(Utf8(P256.Replace(""","d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE" """.TrimEnd(), "", StringComparison.Ordinal)));

        key.PublicKey.ShouldBe(secret.PublicKey);
        key.KeyId.ShouldBe("1");
        key.Use.ShouldBe("enc");
        key.Algorithm.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Reads_back_what_it_wrote(KeyType type)
    {
        using var key = PrivateKey.Generate(type);
        var written = new JsonWebKey(key.PublicKey, "kid \"1\" é", "sig", "none-of-ours").ToJson();
        var read = JsonWebKey.Parse(written);

        read.PublicKey.ShouldBe(key.PublicKey);
        (read.KeyId, read.Use, read.Algorithm).ShouldBe(("kid \"1\" é", "sig", "none-of-ours"));
        read.ToJson().ShouldBe(written);
        using var again = JsonWebKey.ParsePrivate(JsonWebKey.ExportPrivate(key));
        again.PublicKey.ShouldBe(key.PublicKey);
        again.ExportMultikey().ShouldBe(key.ExportMultikey());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Never_throws_anything_undocumented_for_mutated_text(KeyType type)
    {
        using var key = PrivateKey.Generate(type);
        var text = JsonWebKey.ExportPrivate(key);
        var places = Gen.Choose(0, text.Length - 1).ToArbitrary();
        var bytes = ArbMap.Default.ArbFor<byte>();

        Prop.ForAll(places, bytes, (place, value) =>
        {
            var damaged = text.ToArray();
            damaged[place] = value;
            if (JsonWebKey.TryParsePrivate(damaged, out var read)) read.Dispose();
            return !JsonWebKey.TryParse(damaged, out _) || !damaged.AsSpan().SequenceEqual(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Theory]
    [InlineData("", CryptoErrorCode.Malformed, null)]
    [InlineData("[]", CryptoErrorCode.Malformed, null)]
    [InlineData("null", CryptoErrorCode.Malformed, null)]
    [InlineData("{", CryptoErrorCode.Malformed, null)]
    [InlineData("{}", CryptoErrorCode.Malformed, "kty")]
    [InlineData("""{"kty":1}""", CryptoErrorCode.Malformed, "kty")]
    [InlineData("""{"kty":"RSA","n":"AQAB","e":"AQAB"}""", CryptoErrorCode.Unsupported, "kty")]
    [InlineData("""{"kty":"OKP"}""", CryptoErrorCode.Malformed, "crv")]
    [InlineData("""{"kty":"OKP","crv":"Ed448","x":""}""", CryptoErrorCode.Unsupported, "crv")]
    [InlineData("""{"kty":"EC","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""", CryptoErrorCode.Unsupported, "crv")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519"}""", CryptoErrorCode.Malformed, "x")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo="}""", CryptoErrorCode.Malformed, "x")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp"}""", CryptoErrorCode.Malformed, "x")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUQ"}""", CryptoErrorCode.WrongLength, "x")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""", CryptoErrorCode.InvalidPoint, "x")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","y":"AA"}""", CryptoErrorCode.Malformed, "y")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","kty":"OKP"}""", CryptoErrorCode.Malformed, "kty")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","a":1,"a":2}""", CryptoErrorCode.Malformed, "a")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","kid":7}""", CryptoErrorCode.Malformed, "kid")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"} {}""", CryptoErrorCode.Malformed, null)]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","kid":"\ud800"}""", CryptoErrorCode.Malformed, null)]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","a":[[[[[[[[[]]]]]]]]]}""", CryptoErrorCode.Malformed, null)]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"}""", CryptoErrorCode.Malformed, "y")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","y":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"}""", CryptoErrorCode.InvalidPoint, "x")]
    public void Refuses_with_a_code_and_the_member(string text, CryptoErrorCode code, string? field)
    {
        JsonWebKey.TryParse(Utf8(text), out _).ShouldBeFalse();
        var exception = Should.Throw<CryptoException>(() => JsonWebKey.Parse(Utf8(text)));

        exception.Code.ShouldBe(code);
        exception.Field.ShouldBe(field);
    }

    [Fact]
    public void Refuses_a_private_key_where_a_public_one_is_expected_and_the_reverse()
    {
        Should.Throw<CryptoException>(() => JsonWebKey.Parse(Utf8(Ed25519))).Code.ShouldBe(CryptoErrorCode.InvalidKey);
        using var key = JsonWebKey.ParsePrivate(Utf8(Ed25519));
        Should.Throw<CryptoException>(() => JsonWebKey.ParsePrivate(new JsonWebKey(key.PublicKey).ToJson())).Field.ShouldBe("d");
    }

    [Theory]
    [InlineData("870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAF", CryptoErrorCode.Malformed, "d")]
    [InlineData("870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAI", CryptoErrorCode.InvalidKey, "x")]
    [InlineData("870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3", CryptoErrorCode.WrongLength, "d")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", CryptoErrorCode.InvalidKey, "d")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", CryptoErrorCode.WrongLength, "d")]
    public void Refuses_a_private_part_that_does_not_fit(string secret, CryptoErrorCode code, string field)
    {
        var text = P256.Replace("870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE", secret, StringComparison.Ordinal);

        var exception = Should.Throw<CryptoException>(() => JsonWebKey.ParsePrivate(Utf8(text)));

        (exception.Code, exception.Field).ShouldBe((code, field));
        exception.Message.ShouldNotContain(secret);
    }

    [Fact]
    public void Refuses_text_that_is_too_long_has_too_many_members_or_is_not_utf8()
    {
        var many = "{" + string.Join(',', Enumerable.Range(0, 65).Select(i => $"\"{i}\":0")) + "}";

        Should.Throw<CryptoException>(() => JsonWebKey.Parse(new byte[JsonWebKey.MaximumJsonLength + 1])).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
        Should.Throw<CryptoException>(() => JsonWebKey.Parse(Utf8(many))).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
        Should.Throw<CryptoException>(() => JsonWebKey.Parse([(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}'])).Code.ShouldBe(CryptoErrorCode.Malformed);
    }

    [Fact]
    public void Reads_and_writes_a_key_inside_a_larger_text()
    {
        using var key = PrivateKey.Generate(KeyType.P384);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("epk");
            new JsonWebKey(key.PublicKey).Write(writer);
            writer.WriteNumber("next", 1);
            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(stream.ToArray());
        reader.Read();
        reader.Read();
        reader.Read();
        JsonWebKey.Read(ref reader).PublicKey.ShouldBe(key.PublicKey);

        reader.TokenType.ShouldBe(JsonTokenType.EndObject);
        reader.Read();
        reader.GetString().ShouldBe("next");
    }

    // RFC 7638 section 3.2: only the required members count.
    [Theory]
    [MemberData(nameof(Types))]
    public void Gives_the_same_thumbprint_whatever_else_the_key_says(KeyType type)
    {
        using var key = PrivateKey.Generate(type);

        new JsonWebKey(key.PublicKey, "a", "sig", "b").Thumbprint().ShouldBe(new JsonWebKey(key.PublicKey).Thumbprint());
        new JsonWebKey(key.PublicKey).Thumbprint().Length.ShouldBe(43);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
