using System.Text;
using GovID.Cryptography.Bls;
using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>
/// Verifies recorded multi-signatures: by the keys in the pool ledger, over the roots that our ledgers had at the time they name
/// (specification 10.6).
/// </summary>
internal static class SignatureCheck
{
    public static void Run(string field, MultiSignature signature, LedgerId ledger, MerkleHash root, Replay replay)
    {
        var value = signature.Value;
        Check.Equal($"{field}.value.ledger_id", (int)ledger, value.LedgerId);
        Check.Equal($"{field}.value.state_root_hash", root.ToString(), value.StateRoot.ToString());
        Check.That(
            $"{field}.value",
            replay.Steps.Any(step => step.Batch is { } batch && batch.Terms.Ledger == ledger && batch.Terms.Time == value.Timestamp
                    && batch.LedgerRoot == value.TxnRoot && batch.StateRoot == root && step.Roots[LedgerId.Pool] == value.PoolStateRoot)
                || IsOfGenesis(value, ledger, replay),
            "no batch of ours had these roots at this time");
        var keys = signature.Participants.Select(name => KeyOf(name, replay)).ToArray();
        Check.That($"{field}.participants", keys.Length > 0 && signature.Participants.Distinct().Count() == keys.Length, "a participant occurs twice, or there is none");
        Check.That(
            $"{field}.signature",
            BlsSignature.TryParse(signature.Signature, out var bls) && bls.ToString() == signature.Signature
                && BlsPublicKey.Aggregate(keys).Verify(value.SignedBytes, bls),
            "the signature does not verify");
    }

    // Ledgers without a batch of their own are signed with the first batch, or with a later empty one that leaves no trace but its time.
    private static bool IsOfGenesis(MultiSignatureValue value, LedgerId ledger, Replay replay) =>
        replay.Steps.Any(step => step.Batch is { } batch && batch.Terms.Time == value.Timestamp && step.Roots[ledger] == value.StateRoot)
        && Enumerable.Range(1, (int)replay.Ledgers[ledger].CommittedSize).Any(size => replay.Ledgers[ledger].Log.RootAt(size) == value.TxnRoot);

    private static BlsPublicKey KeyOf(string name, Replay replay)
    {
        var record = replay.Ledgers[LedgerId.Pool].State!.Committed.Entries([])
            .Select(entry => LedgerMap.Parse(Encoding.UTF8.GetString(entry.Value)))
            .FirstOrDefault(node => node.FindText("alias")?.Value == name);
        return BlsPublicKey.TryParse(record?.FindText("blskey")?.Value, out var key)
            ? key
            : throw new MismatchException($"participants: the pool has no node '{name}' with a key");
    }
}
