using System.Globalization;
using System.Text;
using GovID.Bench.Measurement;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Hashing;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Bench.Benchmarks.Ledger;

/// <summary>What checking a reply costs whose proof comes from a state of 100,000 entries.</summary>
internal static class ProofMetrics
{
    private const int Entries = 100_000;
    private const int Batch = 10_000;
    private const long Number = 4711;
    private const long Time = 1_700_000_000;

    private static readonly BlsSecretKey[] Secrets = [.. Enumerable.Range(1, 4).Select(number =>
        BlsSecretKey.FromSeed(Encoding.ASCII.GetBytes(Alias(number).PadLeft(32, '0'))))];

    public static IEnumerable<Metric> Measure(BenchOptions options)
    {
        var ledger = new NymLedger();
        for (var i = 0; i < Entries; i += Batch)
            ledger.Apply(Batch);
        var keys = new PoolKeys(Secrets.Select((secret, i) => KeyValuePair.Create(Alias(i + 1), secret.PublicKey)), Secrets.Length);
        var query = LedgerMap.Of(("type", "105"), ("dest", NymLedger.DidOf(Number)));
        var reply = LedgerMap.Parse(Reply(ledger, query, Time).ToStateJsonBytes());
        var now = DateTimeOffset.FromUnixTimeSeconds(Time);

        var verifier = new StateProofVerifier(keys);
        Demand(verifier.Verify(query, reply, now));
        var nodes = Convert.FromBase64String(reply.FindMap("state_proof")!.FindText("proof_nodes")!.Value);
        var hashing = Timing.Of(options, () => _ = Sha3_256.Hash(nodes));
        var known = Timing.Of(options, () => Demand(verifier.Verify(query, reply, now)));
        yield return Metric.Beside(
            "state proof, multi-signature known", known.Milliseconds, "ms", "hashing its nodes", hashing.Milliseconds)
            with { Goal = Goal.Parse("<= 0.15") };

        var signatures = Enumerable.Range(0, 64).Select(i => LedgerMap.Parse(Reply(ledger, query, Time + i).ToStateJsonBytes())).ToArray();
        var forgetful = new StateProofVerifier(keys, new StateProofOptions { MaxRememberedSignatures = 1 });
        var turn = 0;
        var fresh = Timing.Of(options, () => Demand(forgetful.Verify(query, signatures[turn++ % signatures.Length], now)));
        var alone = SignatureAlone(options, signatures[0]);
        yield return Metric.Beside(
            "state proof, multi-signature new", fresh.Milliseconds, "ms", "verifying one BLS signature", alone.Milliseconds)
            with { Goal = Goal.Parse("<= 2.5") };
    }

    private static Cost SignatureAlone(BenchOptions options, LedgerMap reply)
    {
        var given = MultiSignature.Parse(reply.FindMap("state_proof")!.FindMap("multi_signature")!);
        var sum = BlsPublicKey.Aggregate([.. Secrets.Take(3).Select(secret => secret.PublicKey)]);
        var (point, bytes) = (BlsSignature.Parse(given.Signature), given.Value.SignedBytes);
        return Timing.Of(options, () => _ = sum.Verify(bytes, point));
    }

    private static LedgerMap Reply(NymLedger ledger, LedgerMap query, long time)
    {
        var view = ledger.State.Committed;
        var value = new MultiSignatureValue(1, StateTrie.EmptyRoot, view.Root, ledger.Log.Root, time);
        var shares = Secrets.Take(3).Select(secret => secret.Sign(value.SignedBytes)).ToArray();
        var signature = new MultiSignature(BlsSignature.Aggregate(shares).ToString(), Enumerable.Range(1, 3).Select(Alias), value);
        var stored = NymLedger.ValueOf(Number);
        return query
            .With("data", stored.With("dest", query.Find("dest")!).ToStateJson())
            .With("seqNo", stored.Find("seqNo")!)
            .With("txnTime", stored.Find("txnTime")!)
            .With("state_proof", view.Prove(StateKeys.Nym(query.FindText("dest")!.Value)).WithMultiSignature(signature).ToMap());
    }

    private static void Demand(StateProofVerdict verdict)
    {
        if (verdict is StateProofVerdict.Rejected rejected)
            throw new InvalidOperationException($"the benchmark's own proof is refused: {rejected.Detail}");
    }

    private static string Alias(int number) => "Node" + number.ToString(CultureInfo.InvariantCulture);
}
