using System.Globalization;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests;
using GovID.Ledger.Requests.Operations;

namespace GovID.Ledger.Genesis;

/// <summary>
/// The development network that everybody's tools know: its keys follow from the names <c>Trustee1</c>, <c>Steward1</c>, <c>Node1</c> and so on
/// (specification 2.3).
/// </summary>
public sealed class SandboxNetwork
{
    /// <summary>The most nodes a sandbox has.</summary>
    public const int MostNodes = 100;

    private SandboxNetwork(SandboxOptions options)
    {
        Trustee = new SandboxIdentity("Trustee1");
        Stewards = Named("Steward", options.Nodes);
        Clients = Named("Client", options.Clients);
        Nodes = Named("Node", options.Nodes);
        Genesis = NetworkGenesis.Make([.. Nodes.Select((node, i) => NodeOf(node, i, options))], [.. Nyms()]);
    }

    /// <summary>Gets the only trustee.</summary>
    public SandboxIdentity Trustee { get; }

    /// <summary>Gets the stewards; each owns the node of its number.</summary>
    public IReadOnlyList<SandboxIdentity> Stewards { get; }

    /// <summary>Gets the identities without a role.</summary>
    public IReadOnlyList<SandboxIdentity> Clients { get; }

    /// <summary>Gets the nodes.</summary>
    public IReadOnlyList<SandboxIdentity> Nodes { get; }

    /// <summary>Gets both genesis files.</summary>
    public NetworkGenesis Genesis { get; }

    /// <summary>Makes a development network.</summary>
    /// <param name="options">Size and addresses.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentException">A number or address is out of range.</exception>
    public static SandboxNetwork Create(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Nodes is < 1 or > MostNodes || options.Clients is < 0 or > MostNodes)
            throw new ArgumentException($"A sandbox has 1 to {MostNodes} nodes and at most {MostNodes} clients.", nameof(options));
        if (options.FirstPort < 1 || options.FirstPort + (2 * options.Nodes) - 1 > ushort.MaxValue)
            throw new ArgumentException("The ports of a sandbox lie between 1 and 65535.", nameof(options));
        if (options.Addresses.Count != 1 && options.Addresses.Count != options.Nodes)
            throw new ArgumentException("Give one address for all nodes, or one for each.", nameof(options));
        return new SandboxNetwork(options);
    }

    private static SandboxIdentity[] Named(string kind, int count) =>
        [.. Enumerable.Range(1, count).Select(i => new SandboxIdentity(kind + i.ToString(CultureInfo.InvariantCulture)))];

    private PoolNode NodeOf(SandboxIdentity node, int index, SandboxOptions options)
    {
        using var bls = BlsSecretKey.FromSeed(node.SeedBytes());
        var ip = options.Addresses[options.Addresses.Count == 1 ? 0 : index];
        return new PoolNode
        {
            Alias = node.Name,
            Dest = Base58.Encode(node.PublicKey.Export()),
            Verkey = node.PublicKey,
            Steward = Stewards[index].Did,
            NodeAddress = new(ip, options.FirstPort + (2 * index)),
            ClientAddress = new(ip, options.FirstPort + (2 * index) + 1),
            Services = [Node.Validator],
            BlsKey = bls.PublicKey.ToString(),
            BlsKeyProof = bls.ProvePossession().ToString(),
        };
    }

    private IEnumerable<GenesisNym> Nyms()
    {
        yield return new GenesisNym(Trustee.Did, Verkey.Abbreviate(Trustee.PublicKey), LedgerRole.Trustee, null);
        foreach (var steward in Stewards)
            yield return new GenesisNym(steward.Did, Verkey.Abbreviate(steward.PublicKey), LedgerRole.Steward, Trustee.Did);
        foreach (var client in Clients)
            yield return new GenesisNym(client.Did, Verkey.Abbreviate(client.PublicKey), null, Trustee.Did);
    }
}
