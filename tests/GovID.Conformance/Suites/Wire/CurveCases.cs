using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using GovID.Cryptography.Keys;

namespace GovID.Conformance.Suites.Wire;

/// <summary>One recorded session: greetings, keys, every frame opened, and what the boxes held.</summary>
internal static class CurveCases
{
    private const string FromClient = "C->S";
    private const string FromServer = "S->C";
    private const int KeyLength = 32;
    private const int KeyAndVouch = 128;

    public static IEnumerable<ConformanceCase> Of(string file, JsonElement content)
    {
        var session = new CurveSession(content);
        (string Name, Action Run)[] whole =
        [
            ("serverPermanent", () => CheckKeys(content.Member("serverPermanent"))),
            ("clientPermanent", () => CheckKeys(content.Member("clientPermanent"))),
            ("serverTransient", () => CheckKeys(content.Member("serverTransient"))),
            ("clientTransientPublic", () => Check.Equal("C'", content.Bytes("clientTransientPublic"), session.ClientTransient())),
            ("client greeting", () => CurveGreeting.CheckLayout(session.ClientGreeting(), fromServer: false)),
            ("serverGreeting_hex", () => CurveGreeting.CheckLayout(content.Bytes("serverGreeting_hex"), fromServer: true)),
            ("nonces", () => CheckNonces(session)),
            ("clientReceived", () => CheckReceived(content, session)),
        ];
        IEnumerable<(string Name, Action Run)> frames =
            session.Commands().Select(i => ($"frames[{i}]", (Action)(() => _ = session.Open(i))));
        return whole.Concat(frames).Concat(Decrypted(content, session))
            .Select(part => new ConformanceCase($"{file} {part.Name}", part.Run));
    }

    private static IEnumerable<(string Name, Action Run)> Decrypted(JsonElement content, CurveSession session)
    {
        var decrypted = content.Member("decrypted");
        yield return ("initiateBox_hex", () => Same(decrypted, "initiateBox_hex", session.Opened("INITIATE", FromClient)[0]));
        yield return ("initiateMetadata_hex", () => CheckClientMetadata(content, session));
        yield return ("readyMetadata_hex", () => CheckServerMetadata(decrypted, session));
        yield return ("clientMessages_hex.length", () => Check.Equal(
            "length", decrypted.Texts("clientMessages_hex").Length, session.Opened("MESSAGE", FromClient).Count));
        foreach (var (hex, i) in decrypted.Texts("clientMessages_hex").Select((hex, i) => (hex, i)))
        {
            yield return ($"clientMessages_hex[{i}]", () => Check.Equal(
                "message", hex, Convert.ToHexStringLower(session.Opened("MESSAGE", FromClient)[i])));
        }

        yield return ("serverMessage_hex", () => Same(decrypted, "serverMessage_hex", session.Opened("MESSAGE", FromServer)[0]));
    }

    private static void CheckKeys(JsonElement pair)
    {
        using var secret = PrivateKey.Import(KeyType.X25519, pair.Bytes("secret"));
        Check.Equal("public", pair.Bytes("public"), secret.PublicKey.Export());
    }

    // Counters begin at 1 and grow by one for each command of their direction.
    private static void CheckNonces(CurveSession session)
    {
        foreach (var direction in (string[])[FromClient, FromServer])
        {
            var expected = 1UL;
            foreach (var nonce in session.Nonces(direction))
                Check.Equal($"nonce {direction}", expected++, nonce);
        }
    }

    private static void CheckReceived(JsonElement content, CurveSession session)
    {
        var payloads = session.Opened("MESSAGE", FromServer).Select(message => Encoding.UTF8.GetString(message.AsSpan(1)));
        Check.Equal("clientReceived", string.Join('\n', content.Texts("clientReceived")), string.Join('\n', payloads));
    }

    private static void CheckClientMetadata(JsonElement content, CurveSession session)
    {
        var initiate = session.Opened("INITIATE", FromClient)[0];
        var metadata = initiate[KeyAndVouch..];
        Same(content.Member("decrypted"), "initiateMetadata_hex", metadata);
        var properties = Properties(metadata);
        Check.Equal("Socket-Type", "DEALER", properties.GetValueOrDefault("Socket-Type"));
        Check.Equal(
            "Identity",
            Convert.ToBase64String(initiate.AsSpan(0, KeyLength)),
            properties.GetValueOrDefault("Identity"));
    }

    private static void CheckServerMetadata(JsonElement decrypted, CurveSession session)
    {
        var metadata = session.Opened("READY", FromServer)[0];
        Same(decrypted, "readyMetadata_hex", metadata);
        Check.Equal("Socket-Type", "ROUTER", Properties(metadata).GetValueOrDefault("Socket-Type"));
    }

    private static Dictionary<string, string> Properties(ReadOnlySpan<byte> metadata)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (!metadata.IsEmpty)
        {
            var name = Encoding.ASCII.GetString(metadata.Slice(1, metadata[0]));
            metadata = metadata[(1 + metadata[0])..];
            var length = BinaryPrimitives.ReadInt32BigEndian(metadata);
            properties.Add(name, Encoding.ASCII.GetString(metadata.Slice(4, length)));
            metadata = metadata[(4 + length)..];
        }

        return properties;
    }

    private static void Same(JsonElement decrypted, string field, byte[] actual) =>
        Check.Equal(field, decrypted.Text(field), Convert.ToHexStringLower(actual));
}
