using GovID.Ledger.Genesis.Internal;

namespace GovID.Ledger.Genesis;

/// <summary>Both files with which a network begins.</summary>
/// <param name="Pool">The validators.</param>
/// <param name="Domain">The trustees and stewards.</param>
public sealed record NetworkGenesis(PoolGenesis Pool, DomainGenesis Domain)
{
    /// <summary>The usual name of the pool file.</summary>
    public const string PoolFileName = "pool_transactions_genesis";

    /// <summary>The usual name of the domain file.</summary>
    public const string DomainFileName = "domain_transactions_genesis";

    /// <summary>Makes both files; they pass the same checks as files that are read.</summary>
    /// <param name="nodes">The validators in their order.</param>
    /// <param name="nyms">Trustees, stewards and others in their order.</param>
    /// <returns>The files.</returns>
    /// <exception cref="LedgerException">Two nodes or identifiers are the same, or a member is out of range.</exception>
    public static NetworkGenesis Make(IReadOnlyList<PoolNode> nodes, IReadOnlyList<GenesisNym> nyms)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(nyms);
        return new NetworkGenesis(
            PoolGenesis.Of(nodes.Select((node, i) => GenesisTransactions.Node(i + 1, node))),
            DomainGenesis.Of(nyms.Select((nym, i) => GenesisTransactions.Nym(i + 1, nym))));
    }

    /// <summary>Checks that every node's steward is a steward of the domain file and owns one node only.</summary>
    /// <exception cref="LedgerException">A steward is missing or owns two nodes; the sequence number is the line.</exception>
    public void CheckStewards()
    {
        var stewards = Domain.Nyms.Where(nym => nym.Role == Requests.LedgerRole.Steward).Select(nym => nym.Dest).ToHashSet();
        var owners = new HashSet<Identifiers.LedgerDid>();
        for (var i = 0; i < Pool.Nodes.Count; i++)
        {
            var steward = Pool.Nodes[i].Steward;
            if (!stewards.Contains(steward))
                throw new LedgerException(LedgerErrorCode.Inconsistent, $"{steward} is no steward of the domain genesis.", "txn.metadata.from", i + 1);
            if (!owners.Add(steward))
                throw new LedgerException(LedgerErrorCode.Inconsistent, $"{steward} owns another node already.", "txn.metadata.from", i + 1);
        }
    }
}
