using System.Text;
using System.Text.Json;
using GovID.Cryptography.Derivation;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Cryptography.Symmetric;
using GovID.TestKit;

namespace GovID.Cryptography.Tests.Keys;

/// <summary>The published envelopes of DIDComm v2, opened and verified with the parts of this package alone (appendix C of the specification).</summary>
public sealed class DidCommV2EnvelopeTests
{
    private static readonly AeadAlgorithm[] Ciphers = [AeadAlgorithm.Aes256CbcHmacSha512, AeadAlgorithm.Aes256Gcm, AeadAlgorithm.XChaCha20Poly1305];

    [Fact]
    public void Opens_every_encrypted_message_for_each_recipient_whose_key_is_published()
    {
        using var vectors = Read();
        var recipients = Secrets(vectors, "recipientSecrets");
        var senders = Secrets(vectors, "senderSecrets");
        var opened = 0;
        foreach (var packed in Packed(vectors, "ciphertext"))
        {
            foreach (var recipient in packed.GetProperty("recipients").EnumerateArray())
            {
                if (!recipients.TryGetValue(recipient.GetProperty("header").GetProperty("kid").GetString()!, out var secret)) continue;
                using var key = JsonWebKey.ParsePrivate(Utf8(secret));

                TryOpen(packed, recipient, key, senders).ShouldBeTrue();
                opened++;
            }
        }

        opened.ShouldBeGreaterThan(6);
    }

    [Fact]
    public void Verifies_every_signed_message()
    {
        using var vectors = Read();
        var senders = Secrets(vectors, "senderSecrets");
        var verified = 0;
        foreach (var packed in Packed(vectors, "payload"))
        {
            foreach (var signature in packed.GetProperty("signatures").EnumerateArray())
            {
                using var key = JsonWebKey.ParsePrivate(Utf8(senders[signature.GetProperty("header").GetProperty("kid").GetString()!]));
                var input = Encoding.ASCII.GetBytes($"{signature.GetProperty("protected").GetString()}.{packed.GetProperty("payload").GetString()}");
                var bytes = Bytes(signature, "signature");

                key.PublicKey.Verify(input, bytes).ShouldBeTrue();
                input[^1] ^= 1;
                key.PublicKey.Verify(input, bytes).ShouldBeFalse();
                verified++;
            }
        }

        verified.ShouldBe(3);
    }

    private static bool TryOpen(JsonElement packed, JsonElement recipient, PrivateKey key, Dictionary<string, JsonElement> senders)
    {
        using var header = JsonDocument.Parse(Bytes(packed, "protected"));
        var root = header.RootElement;
        using var secret = Agree(root, key, senders);
        var context = new ConcatKdfContext(root.GetProperty("alg").GetString()!)
        {
            PartyU = root.TryGetProperty("apu", out _) ? Bytes(root, "apu") : [],
            PartyV = Bytes(root, "apv"),
            Tag = root.TryGetProperty("skid", out _) ? Bytes(packed, "tag") : (ReadOnlyMemory<byte>?)null,
        };
        using var wrapping = ConcatKdf.DeriveKey(secret, context, 32);
        using var content = AesKeyWrap.Unwrap(wrapping, Bytes(recipient, "encrypted_key"));
        var cipher = Ciphers.Single(one => one.Name == root.GetProperty("enc").GetString());
        var associated = Encoding.ASCII.GetBytes(packed.GetProperty("protected").GetString()!);
        return cipher.TryDecrypt(content, Bytes(packed, "iv"), associated, [.. Bytes(packed, "ciphertext"), .. Bytes(packed, "tag")], out _);
    }

    private static SharedSecret Agree(JsonElement header, PrivateKey key, Dictionary<string, JsonElement> senders)
    {
        var ephemeral = key.Agree(JsonWebKey.Parse(Utf8(header.GetProperty("epk"))).PublicKey);
        if (!header.TryGetProperty("skid", out var skid)) return ephemeral;
        using var sender = JsonWebKey.ParsePrivate(Utf8(senders[skid.GetString()!]));
        using var first = ephemeral;
        using var second = key.Agree(sender.PublicKey);
        return SharedSecret.Concatenate(first, second);
    }

    private static IEnumerable<JsonElement> Packed(JsonDocument vectors, string member) => vectors.RootElement.GetProperty("messages").EnumerateArray()
        .Select(message => message.GetProperty("packed"))
        .Where(packed => packed.ValueKind == JsonValueKind.Object && packed.TryGetProperty(member, out _));

    private static Dictionary<string, JsonElement> Secrets(JsonDocument vectors, string list) => vectors.RootElement.GetProperty(list).EnumerateArray()
        .ToDictionary(secret => secret.EnumerateObject().Single(member => member.Name.Trim() == "kid").Value.GetString()!);

    private static byte[] Bytes(JsonElement owner, string member) => Base64Url.Decode(owner.GetProperty(member).GetString());

    private static byte[] Utf8(JsonElement element) => Encoding.UTF8.GetBytes(element.GetRawText());

    private static JsonDocument Read()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.Vectors("aries"), "didcomm-v2", "spec-appendix.json")));
    }
}
