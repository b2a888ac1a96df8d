using GovID.Bench.Measurement;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Genesis;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Bench.Benchmarks.Ledger;

/// <summary>What a NYM costs on its whole way through a validator's pure part: form, permission, log, state, audit, commit.</summary>
internal static class HandlerMetrics
{
    private const int Entries = 100_000;
    private const int Batch = 100;
    private const string Trustee = "V4SGRU86Z58d6TV7PBUe6f";
    private const long Time = 1_700_000_000;

    // Signatures are checked before a batch is made; the handlers only ask who signed.
    private static readonly string Signature = Base58.Encode(new byte[64]);

    public static IEnumerable<Metric> Measure(BenchOptions options)
    {
        var genesis = SandboxNetwork.Create(new SandboxOptions()).Genesis;
        var ledgers = PoolLedgers.FromGenesis(genesis.Pool.Transactions, genesis.Domain.Transactions);
        var next = 0L;
        for (var i = 0; i < Entries; i += Batch)
            Apply(ledgers, Batch, ref next);

        var single = Timing.Of(options, () => Apply(ledgers, 1, ref next));
        yield return new Metric("a NYM through its handler and the audit, alone", single.Microseconds, "us") { Goal = Goal.Parse("<= 150") };
        var batched = Timing.Of(options, () => Apply(ledgers, Batch, ref next));
        yield return new Metric("a NYM through its handler and the audit, in a batch of 100", batched.Microseconds / Batch, "us")
        {
            Goal = Goal.Parse("<= 150"),
        };
    }

    private static void Apply(PoolLedgers ledgers, int count, ref long next)
    {
        var requests = new LedgerRequest[count];
        for (var i = 0; i < count; i++)
            requests[i] = RequestOf(++next);
        var batch = ledgers.ApplyBatch(new BatchTerms(LedgerId.Domain, Time + (next / Batch)), requests);
        if (batch.Outcomes[0].Verdict is RequestVerdict.Reject reject)
            throw new InvalidOperationException($"the benchmark's own request is rejected: {reject.Reason}");
        ledgers.Commit();
    }

    private static LedgerRequest RequestOf(long number) => LedgerRequest.Parse(LedgerMap.Of(
        ("identifier", Trustee),
        ("operation", LedgerMap.Of(
            ("type", "1"), ("dest", NymLedger.DidOf(number)), ("role", "101"), ("verkey", NymLedger.ValueOf(number).Find("verkey")!))),
        ("protocolVersion", 2),
        ("reqId", 1_700_000_000_000_000_000 + number),
        ("signature", Signature)));
}
