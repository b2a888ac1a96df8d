using System.Diagnostics.CodeAnalysis;
using GovID.Ledger.Genesis.Internal;
using GovID.Ledger.Merkle;
using GovID.Ledger.Values;

namespace GovID.Ledger.Genesis;

/// <summary>The first transactions of the domain ledger: the trustees and stewards of a new network (specification 2.2, 2.3).</summary>
public sealed class DomainGenesis
{
    private DomainGenesis(IReadOnlyList<LedgerMap> transactions, IReadOnlyList<GenesisNym> nyms, MerkleHash root)
    {
        Transactions = transactions;
        Nyms = nyms;
        Root = root;
    }

    /// <summary>Gets the transactions in their order.</summary>
    public IReadOnlyList<LedgerMap> Transactions { get; }

    /// <summary>Gets what they say.</summary>
    public IReadOnlyList<GenesisNym> Nyms { get; }

    /// <summary>Gets the Merkle root over all transactions.</summary>
    public MerkleHash Root { get; }

    /// <summary>Reads a domain genesis file of at most 16 MiB; transactions are separated by any whitespace.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <returns>The transactions.</returns>
    /// <exception cref="LedgerException">A transaction is refused; line and field are named.</exception>
    public static DomainGenesis Parse(ReadOnlySpan<byte> utf8) => Check(GenesisStream.Read(utf8));

    /// <summary>Checks transactions that are at hand as objects; the line in a refusal is the sequence number.</summary>
    /// <param name="transactions">The transactions in their order.</param>
    /// <returns>The transactions.</returns>
    /// <exception cref="LedgerException">A transaction is refused; line and field are named.</exception>
    public static DomainGenesis Of(IEnumerable<LedgerMap> transactions)
    {
        ArgumentNullException.ThrowIfNull(transactions);
        return Check([.. transactions.Select((transaction, i) => new GenesisLine(transaction, i + 1))]);
    }

    /// <summary>Reads a domain genesis file; false where <see cref="Parse"/> refuses.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="genesis">The transactions.</param>
    /// <returns>Whether the file was read.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out DomainGenesis? genesis)
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

    private static DomainGenesis Check(List<GenesisLine> lines)
    {
        var nyms = new List<GenesisNym>(lines.Count);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var root = GenesisText.CheckEach(lines, (transaction, seqNo) =>
        {
            var nym = GenesisNym.Read(transaction, seqNo);
            if (!known.Add(nym.Dest.Text))
                throw new LedgerException(LedgerErrorCode.Inconsistent, "This identifier stands in an earlier transaction already.", "txn.data.dest");
            nyms.Add(nym);
        });
        return new DomainGenesis([.. lines.Select(line => line.Transaction)], nyms, root);
    }
}
