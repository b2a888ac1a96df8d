using System.Text;
using System.Text.Json;
using GovID.Cryptography.Keys;
using GovID.Cryptography.Symmetric;

namespace GovID.Conformance.Suites.Wire;

/// <summary>A recorded CURVE session with the secrets of the server's side and the client's long-term key: opens each command.</summary>
internal sealed class CurveSession
{
    private const int Key = 32;
    private const int Tag = 16;

    private readonly JsonElement _content;
    private readonly IReadOnlyList<(string Direction, byte[] Bytes)> _frames;

    public CurveSession(JsonElement content)
    {
        _content = content;
        _frames = [.. content.Items("frames").Select(frame => (frame.Text("dir"), frame.Bytes("hex")))];
    }

    /// <summary>The frames behind the client's greeting, which is the beginning of its bytes.</summary>
    public IEnumerable<int> Commands()
    {
        var greeted = 0;
        for (var i = 0; i < _frames.Count; i++)
        {
            if (_frames[i].Direction == "C->S" && greeted < CurveGreeting.Length)
                greeted += _frames[i].Bytes.Length;
            else
                yield return i;
        }
    }

    public byte[] ClientGreeting() =>
        [.. _frames.Where(frame => frame.Direction == "C->S").SelectMany(frame => frame.Bytes).Take(CurveGreeting.Length)];

    /// <summary>Opens the boxes of one frame and returns what the outer one held.</summary>
    public byte[] Open(int index)
    {
        var (direction, bytes) = _frames[index];
        var frame = ZmtpFrame.Parse(bytes);
        var name = NameOf(frame.Body);
        Check.Equal("COMMAND bit", name != "MESSAGE", frame.IsCommand);
        return (name, direction) switch
        {
            ("HELLO", "C->S") => OpenHello(frame.Body),
            ("WELCOME", "S->C") => OpenWelcome(frame.Body),
            ("INITIATE", "C->S") => OpenInitiate(frame.Body),
            ("READY", "S->C") => OpenShort(frame.Body, "READY", "CurveZMQREADY---"),
            ("MESSAGE", "C->S") => OpenShort(frame.Body, "MESSAGE", "CurveZMQMESSAGEC"),
            ("MESSAGE", "S->C") => OpenShort(frame.Body, "MESSAGE", "CurveZMQMESSAGES"),
            _ => throw new MismatchException($"{name} does not go {direction}"),
        };
    }

    /// <summary>What every command of a kind and direction held, in order.</summary>
    public IReadOnlyList<byte[]> Opened(string name, string direction) =>
        [.. Commands().Where(i => _frames[i].Direction == direction && NameOf(ZmtpFrame.Parse(_frames[i].Bytes).Body) == name).Select(Open)];

    /// <summary>The short nonces of one direction, in order.</summary>
    public IEnumerable<ulong> Nonces(string direction)
    {
        foreach (var i in Commands().Where(i => _frames[i].Direction == direction))
        {
            var body = ZmtpFrame.Parse(_frames[i].Bytes).Body;
            int? at = NameOf(body) switch { "HELLO" => 6 + 2 + 72 + Key, "INITIATE" => 9 + 96, "READY" => 6, "MESSAGE" => 8, _ => null };
            if (at is { } place)
                yield return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(body.AsSpan(place));
        }
    }

    /// <summary>C', as the client's first command names it.</summary>
    public byte[] ClientTransient() => ClientTransientIn(BodyOf("HELLO"));

    private byte[] OpenHello(byte[] body)
    {
        Check.Equal("length of HELLO", 200, body.Length);
        Check.Equal("version", [1, 0], body.AsSpan(6, 2));
        Check.That("padding", body.AsSpan(8, 72).IndexOfAnyExcept((byte)0) < 0, "is not zero");
        var opened = Decrypt("serverPermanent", ClientTransientIn(body), [.. "CurveZMQHELLO---"u8, .. body[112..120]], body[120..]);
        Check.Equal("box", new byte[64], opened);
        return opened;
    }

    private byte[] OpenWelcome(byte[] body)
    {
        Check.Equal("length of WELCOME", 168, body.Length);
        var opened = Decrypt("serverPermanent", ClientTransient(), [.. "WELCOME-"u8, .. body[8..24]], body[24..]);
        Check.Equal("S'", Public("serverTransient"), opened.AsSpan(0, Key));
        OpenCookie(opened[Key..]);
        return opened;
    }

    private void OpenCookie(byte[] cookie)
    {
        using var key = SymmetricKey.Import(_content.Bytes("cookieKey"));
        if (!SecretBox.TryDecrypt(key, [.. "COOKIE--"u8, .. cookie[..16]], cookie.AsSpan(16), out var kept))
            throw new MismatchException("the cookie does not open");
        Check.Equal("cookie", [.. ClientTransient(), .. _content.Member("serverTransient").Bytes("secret")], kept);
    }

    private byte[] OpenInitiate(byte[] body)
    {
        Check.That("length of INITIATE", body.Length >= 257, "is below 257");
        OpenCookie(body[9..105]);
        var opened = Decrypt("serverTransient", ClientTransient(), [.. "CurveZMQINITIATE"u8, .. body[105..113]], body[113..]);
        Check.Equal("C", Public("clientPermanent"), opened.AsSpan(0, Key));
        var vouch = opened[Key..(Key + 96)];
        var vouched = Decrypt("serverTransient", opened[..Key], [.. "VOUCH---"u8, .. vouch[..16]], vouch[16..]);
        Check.Equal("vouch", [.. ClientTransient(), .. Public("serverPermanent")], vouched);
        return opened;
    }

    private byte[] OpenShort(byte[] body, string name, string prefix)
    {
        var at = 1 + name.Length;
        Check.That($"length of {name}", body.Length >= at + 8 + Tag, "has no room for its box");
        return Decrypt(
            "serverTransient", ClientTransient(), [.. Encoding.ASCII.GetBytes(prefix), .. body[at..(at + 8)]], body[(at + 8)..]);
    }

    // A box opens with either side's secret key, so the server's secrets open both directions.
    private byte[] Decrypt(string secretOf, byte[] peer, byte[] nonce, byte[] box)
    {
        using var secret = PrivateKey.Import(KeyType.X25519, _content.Member(secretOf).Bytes("secret"));
        return Box.TryDecrypt(secret, PublicKey.Import(KeyType.X25519, peer), nonce, box, out var opened)
            ? opened
            : throw new MismatchException("the box does not open");
    }

    private byte[] Public(string name)
    {
        using var secret = PrivateKey.Import(KeyType.X25519, _content.Member(name).Bytes("secret"));
        return secret.PublicKey.Export();
    }

    private byte[] BodyOf(string name) =>
        Commands().Select(i => ZmtpFrame.Parse(_frames[i].Bytes).Body).FirstOrDefault(body => NameOf(body) == name)
        ?? throw new MismatchException($"the session has no {name}");

    private static byte[] ClientTransientIn(byte[] hello)
    {
        Check.Equal("length of HELLO", 200, hello.Length);
        return hello[80..112];
    }

    private static string NameOf(ReadOnlySpan<byte> body)
    {
        Check.That("command", body.Length > 0 && body.Length > body[0], "has no name");
        return Encoding.ASCII.GetString(body.Slice(1, body[0]));
    }
}
