using System.Buffers.Binary;
using System.Globalization;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.Ledger.Merkle;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Bench.Benchmarks.Ledger;

/// <summary>A domain ledger of identifiers: every one is a transaction in the log and a value in the state, as NYM writes them.</summary>
internal sealed class NymLedger
{
    private const string Author = "V4SGRU86Z58d6TV7PBUe6f";
    private const long Start = 1_700_000_000;

    private long _next;

    public MerkleLog Log { get; } = new();

    public StateTrie State { get; } = new();

    public static string DidOf(long number) => Base58.Encode(Seed(number).AsSpan(0, 16));

    /// <summary>Applies a batch and commits it.</summary>
    public void Apply(int count)
    {
        for (var i = 0; i < count; i++)
            Write(++_next);
        State.Commit();
    }

    public static LedgerMap ValueOf(long number) => LedgerMap.Of(
        ("identifier", Author), ("role", "101"), ("seqNo", number), ("txnTime", Start + number), ("verkey", VerkeyOf(number)));

    private void Write(long number)
    {
        var did = DidOf(number);
        var metadata = LedgerMap.Of(
            ("from", Author),
            ("reqId", 1_700_000_000_000_000_000 + number),
            ("digest", Convert.ToHexStringLower(Seed(-number))),
            ("payloadDigest", Convert.ToHexStringLower(Seed(number))));
        var transaction = LedgerMap.Of(
            ("ver", "1"),
            ("txn", LedgerMap.Of(
                ("type", "1"),
                ("protocolVersion", 2),
                ("data", LedgerMap.Of(("dest", did), ("role", "101"), ("verkey", VerkeyOf(number)))),
                ("metadata", metadata))),
            ("txnMetadata", LedgerMap.Of(("seqNo", number), ("txnTime", Start + number), ("txnId", Convert.ToHexStringLower(StateKeys.Nym(did))))),
            ("reqSignature", LedgerMap.Of(("type", "ED25519"), ("values", new LedgerList(LedgerMap.Of(
                ("from", Author), ("value", string.Create(CultureInfo.InvariantCulture, $"{number:d88}"))))))));
        Log.Append(transaction.ToMessagePack());
        State.Set(StateKeys.Nym(did), ValueOf(number).ToStateJsonBytes());
    }

    private static string VerkeyOf(long number) => "~" + Base58.Encode(Seed(number).AsSpan(16));

    private static byte[] Seed(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return Sha256.Hash(bytes);
    }
}
