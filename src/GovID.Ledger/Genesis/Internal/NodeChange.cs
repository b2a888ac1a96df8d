using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Requests.Operations;
using GovID.Ledger.Values;

namespace GovID.Ledger.Genesis.Internal;

/// <summary>What one NODE transaction says; members that it does not carry are null (specification 2.1).</summary>
internal sealed record NodeChange(string Dest, PublicKey Verkey, LedgerDid Steward, OperationReader Content)
{
    private const int LongestBlsText = 200;

    public string? Alias { get; private init; }

    public string? NodeIp { get; private init; }

    public int? NodePort { get; private init; }

    public string? ClientIp { get; private init; }

    public int? ClientPort { get; private init; }

    public IReadOnlyList<string>? Services { get; private init; }

    public string? BlsKey { get; private init; }

    public string? BlsKeyProof { get; private init; }

    public static NodeChange Read(LedgerMap transaction, int seqNo)
    {
        var envelope = GenesisEnvelope.Read(transaction, Node.Number, seqNo);
        var steward = envelope.From
            ?? throw new LedgerException(LedgerErrorCode.MissingMember, "The member 'from' is missing: the steward that owns the node.", "txn.metadata.from");
        var dest = envelope.Data.Text("dest");
        var verkey = Base58.TryDecode(dest, out var bytes) && PublicKey.TryImport(KeyType.Ed25519, bytes, out var key)
            ? key
            : throw new LedgerException(LedgerErrorCode.Malformed, "The member 'dest' must be an Ed25519 key in base58.", "txn.data.dest");
        return Fill(new NodeChange(dest, verkey, steward, envelope.Data.Inner("data")));
    }

    private static NodeChange Fill(NodeChange change)
    {
        var content = change.Content;
        var alias = content.OptionalText("alias");
        content.Require(alias is null or { Length: > 0 and <= FieldRule.LongestName }, "alias", $"has 1 to {FieldRule.LongestName} characters");
        return change with
        {
            Alias = alias,
            NodeIp = ReadIp(content, "node_ip"),
            NodePort = ReadPort(content, "node_port"),
            ClientIp = ReadIp(content, "client_ip"),
            ClientPort = ReadPort(content, "client_port"),
            Services = ReadServices(content),
            BlsKey = ReadBls(content, "blskey"),
            BlsKeyProof = ReadBls(content, "blskey_pop"),
        };
    }

    private static string? ReadIp(OperationReader content, string name)
    {
        var text = content.OptionalText(name);
        content.Require(
            text is null || FieldRule.IsIpv4(text) || IsIpv6(text),
            name,
            "is an IP address");
        return text;
    }

    /// <summary>Old files carry ports as texts.</summary>
    // The reader of addresses also takes brackets, a port and the zone of one machine; none of them is part of an address that is published.
    private static bool IsIpv6(string text) =>
        text.AsSpan().IndexOfAny("[]%") < 0 && IPAddress.TryParse(text, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6;

    private static int? ReadPort(OperationReader content, string name)
    {
        var value = content.Any(name);
        var text = value switch
        {
            null => null,
            LedgerInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
            LedgerText port => port.Value,
            _ => throw new LedgerException(LedgerErrorCode.WrongType, $"The member '{name}' must be a port.", content.Field(name)),
        };
        if (text is null)
            return null;
        var isPort = ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
        content.Require(isPort, name, "is a port from 1 to 65535");
        return number;
    }

    private static IReadOnlyList<string>? ReadServices(OperationReader content)
    {
        var services = content.OptionalTexts("services");
        content.Require(services is null or [] or [Node.Validator], "services", "is [\"VALIDATOR\"] or []");
        return services;
    }

    /// <summary>Networks run with keys that are none: whether it is one is judged where it is used (see <see cref="PoolNode.CheckBlsKey"/>).</summary>
    private static string? ReadBls(OperationReader content, string name)
    {
        var text = content.OptionalText(name);
        content.Require(
            text is null || (text.Length is > 0 and <= LongestBlsText && Base58.TryDecode(text, out _)), name, "is base58 of 128 bytes");
        return text;
    }
}
