using GovID.Ledger.Genesis.Internal;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Genesis;

/// <summary>
/// What trustees and stewards hand in to found a real network: public keys and addresses, no secret. Read from a JSON file whose members
/// are all checked, unknown ones refused.
/// </summary>
public sealed class NetworkPlan
{
    private const int MostMembers = 1_000;

    private NetworkPlan(IReadOnlyList<PlanMember> trustees, IReadOnlyList<PlanMember> stewards, IReadOnlyList<PoolNode> nodes)
    {
        Trustees = trustees;
        Stewards = stewards;
        Nodes = nodes;
    }

    /// <summary>Gets the trustees; the first one vouches for everybody in the files.</summary>
    public IReadOnlyList<PlanMember> Trustees { get; }

    /// <summary>Gets the stewards.</summary>
    public IReadOnlyList<PlanMember> Stewards { get; }

    /// <summary>Gets the nodes; each belongs to the steward at the same place.</summary>
    public IReadOnlyList<PoolNode> Nodes { get; }

    /// <summary>Reads and checks a plan, proofs of possession of the BLS keys included.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="LedgerException">A member is missing, unknown or refused; the field is named.</exception>
    public static NetworkPlan Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new OperationReader(LedgerMap.Parse(utf8, JsonLimits.Document), string.Empty);
        var trustees = Members(reader, "trustees").Select(member => PlanMember.Read(member)).ToArray();
        var stewards = new List<PlanMember>();
        var nodes = new List<PoolNode>();
        foreach (var member in Members(reader, "stewards"))
        {
            var node = member.Inner("node");
            stewards.Add(PlanMember.Read(member));
            nodes.Add(PlanNode.Read(node, stewards[^1].Did));
        }

        PlanMember.RefuseUnknown(reader);
        CheckDistinct([.. trustees.Concat(stewards)]);
        CheckDistinct(nodes);
        return new NetworkPlan(trustees, stewards, nodes);
    }

    /// <summary>Makes both genesis files.</summary>
    /// <returns>The files.</returns>
    /// <exception cref="LedgerException">Two nodes are the same; the sequence number is the line.</exception>
    public NetworkGenesis ToGenesis()
    {
        var first = Trustees[0].Did;
        var nyms = Trustees.Select((trustee, i) => trustee.ToNym(LedgerRole.Trustee, i == 0 ? null : first))
            .Concat(Stewards.Select(steward => steward.ToNym(LedgerRole.Steward, first)));
        var genesis = NetworkGenesis.Make(Nodes, [.. nyms]);
        genesis.CheckStewards();
        return genesis;
    }

    private static IEnumerable<OperationReader> Members(OperationReader reader, string name)
    {
        var list = reader.List(name);
        reader.Require(list.Count is > 0 and <= MostMembers, name, $"has 1 to {MostMembers} entries");
        return list.Select((item, i) => new OperationReader(
            item as LedgerMap ?? throw new LedgerException(LedgerErrorCode.WrongType, "An entry must be an object.", $"{name}[{i}]"), $"{name}[{i}]"));
    }

    // A BLS key that two nodes share would let its one holder sign for both.
    private static void CheckDistinct(List<PoolNode> nodes)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            (string Member, string Value)[] own =
            [
                ("alias", node.Alias), ("verkey", node.Dest), ("blskey", node.BlsKey!),
                ("node_port", node.NodeAddress.ToString()), ("client_port", node.ClientAddress.ToString()),
            ];
            foreach (var (member, value) in own)
            {
                if (!known.Add($"{(member.EndsWith("port", StringComparison.Ordinal) ? "address" : member)} {value}"))
                    throw new LedgerException(LedgerErrorCode.Inconsistent, $"'{value}' stands in the plan twice.", $"stewards[{i}].node.{member}");
            }
        }
    }

    private static void CheckDistinct(IReadOnlyList<PlanMember> members)
    {
        var known = new HashSet<LedgerDid>();
        foreach (var member in members)
        {
            if (!known.Add(member.Did))
                throw new LedgerException(LedgerErrorCode.Inconsistent, $"The key of {member.Name} stands in the plan twice.", member.Field);
        }
    }
}
