using System.Diagnostics.CodeAnalysis;
using GovID.Ledger.Genesis.Internal;
using GovID.Ledger.Merkle;
using GovID.Ledger.Values;

namespace GovID.Ledger.Genesis;

/// <summary>
/// The transactions of the pool ledger with which a network, or a client of it, begins (specification 2.1, 2.2). Every transaction stays
/// as it was read, unknown members included, because the whole of it is hashed.
/// </summary>
public sealed class PoolGenesis
{
    private PoolGenesis(IReadOnlyList<LedgerMap> transactions, IReadOnlyList<PoolNode> nodes, MerkleHash root)
    {
        Transactions = transactions;
        Nodes = nodes;
        Root = root;
    }

    /// <summary>Gets the transactions in their order.</summary>
    public IReadOnlyList<LedgerMap> Transactions { get; }

    /// <summary>Gets every node that ever was, in the order of first mention, with all later changes applied.</summary>
    public IReadOnlyList<PoolNode> Nodes { get; }

    /// <summary>Gets the nodes that take part.</summary>
    public IReadOnlyList<PoolNode> ActiveNodes => [.. Nodes.Where(node => node.IsActive)];

    /// <summary>Gets the Merkle root over all transactions; a client states it when it opens the network.</summary>
    public MerkleHash Root { get; }

    /// <summary>Gets how many nodes may fail or lie: (n-1)/3 of the active ones.</summary>
    public int FaultLimit => Math.Max(0, ActiveNodes.Count - 1) / 3;

    /// <summary>Reads a pool genesis file of at most 16 MiB; transactions are separated by any whitespace.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <returns>The transactions and nodes.</returns>
    /// <exception cref="LedgerException">A transaction is refused; line and field are named.</exception>
    public static PoolGenesis Parse(ReadOnlySpan<byte> utf8) => Check(GenesisStream.Read(utf8));

    /// <summary>Checks transactions that are at hand as objects; the line in a refusal is the sequence number.</summary>
    /// <param name="transactions">The transactions in their order.</param>
    /// <returns>The transactions and nodes.</returns>
    /// <exception cref="LedgerException">A transaction is refused; line and field are named.</exception>
    public static PoolGenesis Of(IEnumerable<LedgerMap> transactions)
    {
        ArgumentNullException.ThrowIfNull(transactions);
        return Check([.. transactions.Select((transaction, i) => new GenesisLine(transaction, i + 1))]);
    }

    /// <summary>Reads a pool genesis file; false where <see cref="Parse"/> refuses.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="genesis">The transactions and nodes.</param>
    /// <returns>Whether the file was read.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out PoolGenesis? genesis)
    {
        try
        {
            genesis = Parse(utf8);
            return true;
        }
        catch (LedgerException)
        {
            genesis = null;
            return false;
        }
    }

    /// <summary>Writes the file: one transaction a line, members sorted, line feeds.</summary>
    /// <returns>UTF-8 bytes.</returns>
    public byte[] ToBytes() => GenesisText.Write(Transactions);

    private static PoolGenesis Check(List<GenesisLine> lines)
    {
        var fold = new NodeFold();
        var root = GenesisText.CheckEach(lines, (transaction, seqNo) => fold.Apply(NodeChange.Read(transaction, seqNo)));
        return new PoolGenesis([.. lines.Select(line => line.Transaction)], fold.Nodes, root);
    }
}
