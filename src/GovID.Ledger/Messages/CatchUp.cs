using System.Globalization;
using GovID.Ledger.Internal.Messages;
using GovID.Ledger.Merkle;
using GovID.Ledger.Values;

namespace GovID.Ledger.Messages;

/// <summary>LEDGER_STATUS: how far a ledger has come (specification 5.1).</summary>
/// <param name="LedgerId">The ledger.</param>
/// <param name="TxnSeqNo">The number of transactions.</param>
/// <param name="MerkleRoot">The root over them.</param>
public sealed record LedgerStatus(int LedgerId, long TxnSeqNo, MerkleHash MerkleRoot) : LedgerMessage
{
    /// <summary>The only version of the protocol that nodes accept.</summary>
    public const int CurrentProtocolVersion = 2;

    /// <summary>Gets the view; null from clients.</summary>
    public long? ViewNo { get; init; }

    /// <summary>Gets the batch; null from clients.</summary>
    public long? PpSeqNo { get; init; }

    /// <summary>Gets the version of the protocol; null where the sender gave none. Default: 2.</summary>
    public long? ProtocolVersion { get; init; } = CurrentProtocolVersion;

    /// <inheritdoc/>
    public override LedgerMap ToMap() => LedgerMap.Of(
        ("op", "LEDGER_STATUS"),
        ("ledgerId", LedgerId),
        ("txnSeqNo", TxnSeqNo),
        ("viewNo", MessageReader.Write(ViewNo)),
        ("ppSeqNo", MessageReader.Write(PpSeqNo)),
        ("merkleRoot", MerkleRoot.ToString()),
        ("protocolVersion", MessageReader.Write(ProtocolVersion)));

    internal static LedgerStatus Read(MessageReader reader) =>
        new(reader.SmallNumber("ledgerId"), reader.Number("txnSeqNo"), reader.Hash("merkleRoot"))
        {
            ViewNo = reader.NumberOrNull("viewNo"),
            PpSeqNo = reader.NumberOrNull("ppSeqNo"),
            ProtocolVersion = reader.NumberOrNull("protocolVersion"),
        };
}

/// <summary>CONSISTENCY_PROOF: the node's longer ledger continues the client's (specification 5.2).</summary>
/// <param name="LedgerId">The ledger.</param>
/// <param name="SeqNoStart">The client's size.</param>
/// <param name="SeqNoEnd">The node's size.</param>
/// <param name="OldMerkleRoot">The node's root at the client's size.</param>
/// <param name="NewMerkleRoot">The node's root.</param>
public sealed record ConsistencyProof(int LedgerId, long SeqNoStart, long SeqNoEnd, MerkleHash OldMerkleRoot, MerkleHash NewMerkleRoot)
    : LedgerMessage
{
    /// <summary>Gets the hashes, lowest level first; the new root alone when the client has nothing.</summary>
    public IReadOnlyList<MerkleHash> Hashes { get; init; } = [];

    /// <summary>Gets the view; 0 towards clients.</summary>
    public long? ViewNo { get; init; } = 0;

    /// <summary>Gets the batch; 0 towards clients.</summary>
    public long? PpSeqNo { get; init; } = 0;

    /// <summary>Makes the proof from a log.</summary>
    /// <param name="ledgerId">The ledger.</param>
    /// <param name="log">The node's log.</param>
    /// <param name="seqNoStart">The client's size, at most the log's.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The log is smaller than the client's.</exception>
    public static ConsistencyProof From(int ledgerId, MerkleLog log, long seqNoStart)
    {
        ArgumentNullException.ThrowIfNull(log);
        var root = log.Root;
        return new ConsistencyProof(ledgerId, seqNoStart, log.Size, seqNoStart == 0 ? root : log.RootAt(seqNoStart), root)
        {
            Hashes = seqNoStart == 0 ? [root] : log.ConsistencyProof(seqNoStart, log.Size),
        };
    }

    /// <inheritdoc/>
    public override LedgerMap ToMap() => LedgerMap.Of(
        ("op", "CONSISTENCY_PROOF"),
        ("ledgerId", LedgerId),
        ("seqNoStart", SeqNoStart),
        ("seqNoEnd", SeqNoEnd),
        ("viewNo", MessageReader.Write(ViewNo)),
        ("ppSeqNo", MessageReader.Write(PpSeqNo)),
        ("oldMerkleRoot", OldMerkleRoot.ToString()),
        ("newMerkleRoot", NewMerkleRoot.ToString()),
        ("hashes", MessageReader.Write(Hashes)));

    internal static ConsistencyProof Read(MessageReader reader) => new(
        reader.SmallNumber("ledgerId"),
        reader.Number("seqNoStart"),
        reader.Number("seqNoEnd"),
        reader.Hash("oldMerkleRoot"),
        reader.Hash("newMerkleRoot"))
    {
        Hashes = reader.Hashes("hashes"),
        ViewNo = reader.NumberOrNull("viewNo"),
        PpSeqNo = reader.NumberOrNull("ppSeqNo"),
    };
}

/// <summary>CATCHUP_REQ: asks for transactions (specification 5.4).</summary>
/// <param name="LedgerId">The ledger.</param>
/// <param name="SeqNoStart">The first one.</param>
/// <param name="SeqNoEnd">The last one.</param>
/// <param name="CatchupTill">The size of the ledger that the answer's proof leads to.</param>
public sealed record CatchUpRequest(int LedgerId, long SeqNoStart, long SeqNoEnd, long CatchupTill) : LedgerMessage
{
    /// <inheritdoc/>
    public override LedgerMap ToMap() => LedgerMap.Of(
        ("op", "CATCHUP_REQ"),
        ("ledgerId", LedgerId),
        ("seqNoStart", SeqNoStart),
        ("seqNoEnd", SeqNoEnd),
        ("catchupTill", CatchupTill));

    internal static CatchUpRequest Read(MessageReader reader) => new(
        reader.SmallNumber("ledgerId"), reader.Number("seqNoStart"), reader.Number("seqNoEnd"), reader.Number("catchupTill"));
}

/// <summary>CATCHUP_REP: transactions and the proof that the ledger goes on from the last of them (specification 5.4).</summary>
/// <param name="LedgerId">The ledger.</param>
/// <param name="Transactions">The transactions by sequence number, in ascending order.</param>
/// <param name="ConsProof">The consistency proof from the last transaction to the size asked for.</param>
public sealed record CatchUpReply(
    int LedgerId, IReadOnlyList<KeyValuePair<long, LedgerMap>> Transactions, IReadOnlyList<MerkleHash> ConsProof) : LedgerMessage
{
    /// <inheritdoc/>
    public override LedgerMap ToMap() => LedgerMap.Of(
        ("op", "CATCHUP_REP"),
        ("ledgerId", LedgerId),
        ("txns", LedgerMap.From(Transactions.Select(transaction =>
            KeyValuePair.Create(transaction.Key.ToString(CultureInfo.InvariantCulture), (LedgerValue)transaction.Value)))),
        ("consProof", MessageReader.Write(ConsProof)));

    internal static CatchUpReply Read(MessageReader reader) =>
        new(reader.SmallNumber("ledgerId"), reader.Transactions("txns"), reader.Hashes("consProof"));
}
