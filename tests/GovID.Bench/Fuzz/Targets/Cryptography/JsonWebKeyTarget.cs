using GovID.Cryptography;
using GovID.Cryptography.Keys;

namespace GovID.Bench.Fuzz.Targets.Cryptography;

/// <summary>JWK text, read as public and as private key.</summary>
public sealed class JsonWebKeyTarget : FuzzTarget
{
    public override string Name => "jwk";

    public override bool IsJson => true;

    public override IEnumerable<byte[]> Words() =>
        ["\"d\""u8.ToArray(), "\"crv\""u8.ToArray(), "\"P-256\""u8.ToArray(), "\"secp256k1\""u8.ToArray(), "\"\\ud800\""u8.ToArray()];

    public override IEnumerable<byte[]> Seeds() =>
    [
        """{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"""u8.ToArray(),
        """{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"enc","kid":"1"}"""u8.ToArray(),
        """{"kty":"OKP","crv":"X25519","x":"GDTrI66K0pFfO54tlCSvfjjNapIs44dzpneBgyx0S3E","key_ops":["deriveKey"]}"""u8.ToArray(),
    ];

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (JsonWebKey.TryParsePrivate(input, out var secret)) secret.Dispose();
        var key = JsonWebKey.Parse(input);
        var again = JsonWebKey.Parse(key.ToJson());
        Expect.That(again.PublicKey.Equals(key.PublicKey) && again.KeyId == key.KeyId && again.Use == key.Use, "the key changes when written");
    }

    public override bool IsRefusal(Exception exception) => exception is CryptoException;
}
