using GovID.Ledger.Requests.Internal;

namespace GovID.Ledger.Genesis.Internal;

/// <summary>Merges the NODE transactions of each node in their order (specification 2.2).</summary>
internal sealed class NodeFold
{
    private readonly Dictionary<string, int> _byDest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);
    private readonly List<PoolNode> _nodes = [];

    public IReadOnlyList<PoolNode> Nodes => _nodes;

    public void Apply(NodeChange change)
    {
        if (_byDest.TryGetValue(change.Dest, out var at))
        {
            _nodes[at] = Merge(_nodes[at], change);
            return;
        }

        _byDest.Add(change.Dest, _nodes.Count);
        _nodes.Add(Create(change));
    }

    private static PoolNode Merge(PoolNode node, NodeChange change)
    {
        if (change.Alias is { } alias && !string.Equals(alias, node.Alias, StringComparison.Ordinal))
            throw new LedgerException(LedgerErrorCode.Inconsistent, $"The node of this key is called '{node.Alias}'; a name never changes.", change.Content.Field("alias"));
        return node with
        {
            NodeAddress = new(change.NodeIp ?? node.NodeAddress.Ip, change.NodePort ?? node.NodeAddress.Port),
            ClientAddress = new(change.ClientIp ?? node.ClientAddress.Ip, change.ClientPort ?? node.ClientAddress.Port),
            Services = change.Services ?? node.Services,
            BlsKey = change.BlsKey ?? node.BlsKey,
            BlsKeyProof = change.BlsKeyProof ?? node.BlsKeyProof,
        };
    }

    private PoolNode Create(NodeChange change)
    {
        var content = change.Content;
        var alias = change.Alias ?? throw Missing(content, "alias");
        if (!_aliases.Add(alias))
            throw new LedgerException(LedgerErrorCode.Inconsistent, $"Another node is called '{alias}' already.", content.Field("alias"));
        return new PoolNode
        {
            Alias = alias,
            Dest = change.Dest,
            Verkey = change.Verkey,
            Steward = change.Steward,
            NodeAddress = new(change.NodeIp ?? throw Missing(content, "node_ip"), change.NodePort ?? throw Missing(content, "node_port")),
            ClientAddress = new(change.ClientIp ?? throw Missing(content, "client_ip"), change.ClientPort ?? throw Missing(content, "client_port")),
            Services = change.Services ?? [],
            BlsKey = change.BlsKey,
            BlsKeyProof = change.BlsKeyProof,
        };
    }

    private static LedgerException Missing(OperationReader content, string name) =>
        new(LedgerErrorCode.MissingMember, $"The member '{name}' is missing in the first transaction of the node.", content.Field(name));
}
