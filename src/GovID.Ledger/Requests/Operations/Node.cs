using System.Numerics;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Operations;

/// <summary>NODE: adds a validator or changes its addresses, services or BLS key (specification 11.9).</summary>
/// <param name="Dest">The node's verification key in base58; identifies the node for ever.</param>
/// <param name="Alias">The node's name; fixed once written.</param>
public sealed record Node(string Dest, string Alias) : LedgerOperation
{
    internal const string Number = "0";

    /// <summary>The service of a node that takes part; a demoted node has an empty list.</summary>
    public const string Validator = "VALIDATOR";

    private const int GreatestPort = 65_535;
    private const int KeyLength = 32;

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the address for other nodes.</summary>
    public NodeAddress? NodeAddress { get; init; }

    /// <summary>Gets the address for clients.</summary>
    public NodeAddress? ClientAddress { get; init; }

    /// <summary>Gets the services; null leaves them as they are.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>Gets the BLS key; needs <see cref="BlsKeyProof"/>.</summary>
    public string? BlsKey { get; init; }

    /// <summary>Gets the proof of possession of <see cref="BlsKey"/>.</summary>
    public string? BlsKeyProof { get; init; }

    /// <summary>Gets the members of <c>data</c> that the specification does not name.</summary>
    public LedgerMap AdditionalContent { get; init; } = LedgerMap.Empty;

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Require(Base58.TryDecode(Dest, out var key) && key.Length == KeyLength, "operation.dest", "is base58 of 32 bytes");
        FieldRule.Name(Alias, "operation.data.alias");
        CheckAddress(NodeAddress, "node");
        CheckAddress(ClientAddress, "client");
        FieldRule.Require(Services is null or [] or [Validator], "operation.data.services", "is [\"VALIDATOR\"] or []");
        FieldRule.Require(BlsKey is null || BlsKeyProof is not null, "operation.data.blskey_pop", "is needed with 'blskey'");
    }

    internal static Node Read(OperationReader reader)
    {
        var data = reader.Inner("data");
        return new Node(reader.Text("dest"), data.Text("alias"))
        {
            NodeAddress = NodeAddress.Read(data, "node"),
            ClientAddress = NodeAddress.Read(data, "client"),
            Services = data.OptionalTexts("services"),
            BlsKey = data.OptionalText("blskey"),
            BlsKeyProof = data.OptionalText("blskey_pop"),
            AdditionalContent = data.Rest(),
        };
    }

    private protected override void Write(OperationWriter writer)
    {
        var data = new OperationWriter().Add("alias", Alias);
        NodeAddress?.Write(data, "node");
        ClientAddress?.Write(data, "client");
        data.Add("services", Services).Add("blskey", BlsKey).Add("blskey_pop", BlsKeyProof);
        writer.Add("dest", Dest).Add("data", data.Build(AdditionalContent));
    }

    private static void CheckAddress(NodeAddress? address, string side)
    {
        if (address is null)
            return;
        FieldRule.Require(address.Ip is not null && FieldRule.IsIpv4(address.Ip), $"operation.data.{side}_ip", "is an IPv4 address");
        FieldRule.Require(address.Port > 0 && address.Port <= GreatestPort, $"operation.data.{side}_port", "is a port from 1 to 65535");
    }
}

/// <summary>An address and a port; a change may carry one of both.</summary>
/// <param name="Ip">The IPv4 address.</param>
/// <param name="Port">The port.</param>
public sealed record NodeAddress(string? Ip, BigInteger? Port)
{
    internal static NodeAddress? Read(OperationReader data, string side)
    {
        var (ip, port) = (data.OptionalText($"{side}_ip"), data.OptionalInteger($"{side}_port"));
        return ip is null && port is null ? null : new NodeAddress(ip, port);
    }

    internal void Write(OperationWriter data, string side) => data.Add($"{side}_ip", Ip).Add($"{side}_port", Port);
}
