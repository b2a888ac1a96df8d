using GovID.Ledger.Merkle;
using GovID.Ledger.Values;

namespace GovID.Ledger.Genesis.Internal;

/// <summary>What both kinds of genesis files share.</summary>
internal static class GenesisText
{
    public static byte[] Write(IReadOnlyList<LedgerMap> transactions)
    {
        using var file = new MemoryStream();
        foreach (var transaction in transactions)
        {
            file.Write(transaction.ToStateJsonBytes());
            file.WriteByte((byte)'\n');
        }

        return file.ToArray();
    }

    /// <summary>Checks each transaction and hashes it; a refusal gets the line.</summary>
    /// <returns>The Merkle root over all.</returns>
    public static MerkleHash CheckEach(List<GenesisLine> lines, Action<LedgerMap, int> check)
    {
        var log = new MerkleLog();
        for (var i = 0; i < lines.Count; i++)
        {
            try
            {
                check(lines[i].Transaction, i + 1);
                log.Append(lines[i].Transaction.ToMessagePack());
            }
            catch (LedgerException e)
            {
                throw GenesisStream.At(e, lines[i].Line);
            }
        }

        return log.Root;
    }
}
