using System.Text;
using GovID.Cryptography.Bls;
using GovID.Ledger.Merkle;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_example_runs()
    {
        using var validator = BlsSecretKey.FromSeed(Encoding.ASCII.GetBytes("000000000000000000000000000Node1"));
        var pool = new PoolKeys([KeyValuePair.Create("Node1", validator.PublicKey)], nodeCount: 1);
        var nym = LedgerMap.Of(("identifier", "V4SGRU86Z58d6TV7PBUe6f"), ("role", "101"), ("seqNo", 1), ("txnTime", 5), ("verkey", "~CoRER63DVYnWZtK8uAzNbx"));
        var query = LedgerMap.Of(("type", "105"), ("dest", "NKGKtcNwssToP5f7uhsEs4"));

        #region snippet
        var (log, state) = (new MerkleLog(), new StateTrie());
        log.Append(LedgerMap.Of(("txn", query), ("ver", "1")).ToMessagePack());
        state.Set(StateKeys.Nym("NKGKtcNwssToP5f7uhsEs4"), nym.ToStateJsonBytes());
        var batch = state.Commit();

        var signed = new MultiSignatureValue(1, StateTrie.EmptyRoot, batch.Root, log.Root, timestamp: 5);
        var proof = batch.Prove(StateKeys.Nym("NKGKtcNwssToP5f7uhsEs4"))
            .WithMultiSignature(new MultiSignature(validator.Sign(signed.SignedBytes).ToString(), ["Node1"], signed));

        var result = query.With("data", nym.ToStateJson()).With("seqNo", 1).With("txnTime", 5).With("state_proof", proof.ToMap());
        var verdict = new StateProofVerifier(pool).Verify(query, result, DateTimeOffset.FromUnixTimeSeconds(60));
        if (verdict is StateProofVerdict.Rejected rejected)
            throw new InvalidOperationException(rejected.Detail);
        #endregion

        verdict.ShouldBeOfType<StateProofVerdict.Verified>();
    }
}
