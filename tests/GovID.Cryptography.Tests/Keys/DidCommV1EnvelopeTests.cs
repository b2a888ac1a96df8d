using System.Text;
using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Cryptography.Symmetric;
using GovID.TestKit;

namespace GovID.Cryptography.Tests.Keys;

/// <summary>The recorded envelopes of DIDComm v1, opened with the parts of this package alone (Aries RFC 0019).</summary>
public sealed class DidCommV1EnvelopeTests
{
    [Fact]
    public void Reads_every_recorded_key()
    {
        using var vectors = Read();
        foreach (var recorded in vectors.RootElement.GetProperty("keys").EnumerateArray())
        {
            using var key = PrivateKey.Import(KeyType.Ed25519, Hex.Decode(recorded.GetProperty("ed25519SeedHex").GetString()!));
            using var converted = key.ToX25519();
            var secret = new byte[32];
            converted.ExportSecret(secret);

            Base58.Encode(key.PublicKey.Export()).ShouldBe(recorded.GetProperty("verkeyBase58").GetString());
            ("did:key:" + key.PublicKey.ToMultikey()).ShouldBe(recorded.GetProperty("didKey").GetString());
            Hex.Encode(key.PublicKey.ToX25519().Export()).ShouldBe(recorded.GetProperty("x25519PublicHex").GetString());
            Hex.Encode(secret).ShouldBe(recorded.GetProperty("x25519SecretHex").GetString());
        }
    }

    [Fact]
    public void Opens_every_recorded_envelope_for_each_of_its_recipients()
    {
        using var vectors = Read();
        var keys = vectors.RootElement.GetProperty("keys").EnumerateArray().ToDictionary(
            key => key.GetProperty("verkeyBase58").GetString()!, key => Hex.Decode(key.GetProperty("ed25519SeedHex").GetString()!));
        var opened = 0;
        foreach (var message in vectors.RootElement.GetProperty("messages").EnumerateArray())
        {
            if (message.GetProperty("packed").ValueKind != JsonValueKind.Object) continue;
            var packed = message.GetProperty("packed");
            using var header = JsonDocument.Parse(Base64Url.DecodeLenient(packed.GetProperty("protected").GetString()));
            foreach (var recipient in header.RootElement.GetProperty("recipients").EnumerateArray())
            {
                var seed = keys[recipient.GetProperty("header").GetProperty("kid").GetString()!];
                using var key = PrivateKey.Import(KeyType.Ed25519, seed).ToX25519();
                using var content = OpenKey(recipient, key);

                AeadAlgorithm.ChaCha20Poly1305.TryDecrypt(
                    content, Bytes(packed, "iv"), Encoding.ASCII.GetBytes(packed.GetProperty("protected").GetString()!), [.. Bytes(packed, "ciphertext"), .. Bytes(packed, "tag")], out _)
                    .ShouldBeTrue(message.GetProperty("name").GetString());
                opened++;
            }
        }

        opened.ShouldBeGreaterThan(5);
    }

    private static SymmetricKey OpenKey(JsonElement recipient, PrivateKey key)
    {
        var header = recipient.GetProperty("header");
        var wrapped = Bytes(recipient, "encrypted_key");
        byte[]? content;
        if (header.TryGetProperty("sender", out var sealedSender) && sealedSender.ValueKind == JsonValueKind.String)
        {
            SealedBox.TryDecrypt(key, Base64Url.DecodeLenient(sealedSender.GetString()), out var sender).ShouldBeTrue();
            var from = PublicKey.Import(KeyType.Ed25519, Base58.Decode(Encoding.ASCII.GetString(sender!))).ToX25519();
            Box.TryDecrypt(key, from, Bytes(header, "iv"), wrapped, out content).ShouldBeTrue();
        }
        else
        {
            SealedBox.TryDecrypt(key, wrapped, out content).ShouldBeTrue();
        }

        return SymmetricKey.Import(content!);
    }

    private static byte[] Bytes(JsonElement owner, string member) => Base64Url.DecodeLenient(owner.GetProperty(member).GetString());

    private static JsonDocument Read()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.Vectors("aries"), "didcomm-v1", "libsodium.json")));
    }
}
