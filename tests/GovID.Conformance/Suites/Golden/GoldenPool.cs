using System.Text.Json;
using GovID.Cryptography.Bls;
using GovID.Ledger.Genesis;
using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Golden;

/// <summary>The sandbox that the golden ledgers were computed for: its ledgers, and its nodes' multi-signatures made anew (specification 2.3, 10.6).</summary>
internal sealed class GoldenPool
{
    private readonly IReadOnlyList<string> _signers;

    private GoldenPool(PoolLedgers ledgers, IReadOnlyList<string> signers)
    {
        Ledgers = ledgers;
        _signers = signers;
    }

    public PoolLedgers Ledgers { get; }

    /// <summary>Begins the pool. The nodes that sign are those that most recorded multi-signatures name.</summary>
    public static GoldenPool Begin(IEnumerable<LedgerMap> domain, JsonElement steps) => new(
        PoolLedgers.FromGenesis(SandboxNetwork.Create(new SandboxOptions()).Genesis.Pool.Transactions, domain),
        steps.EnumerateArray()
            .Select(step => string.Join(',', step.Member("multi_signature").Items("participants").Select(name => name.GetString())))
            .GroupBy(names => names, StringComparer.Ordinal).MaxBy(group => group.Count())?.Key.Split(',') ?? []);

    /// <summary>The genesis lines of the file; where JSON and leaf differ, the one that leads to the recorded root.</summary>
    public static IReadOnlyList<LedgerMap> DomainGenesis(JsonElement file)
    {
        var log = new MerkleLog();
        var lines = new List<LedgerMap>();
        foreach (var entry in file.Items("domainGenesis"))
        {
            var json = LedgerMap.Parse(entry.Member("txn").GetRawText());
            var line = RootWith(log, json.ToMessagePack()) == entry.Text("txnRootAfter_b58") ? json : FromLeaf(log, entry) ?? json;
            log.Append(line.ToMessagePack());
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Applies one request as a batch of its own and signs the roots after it.</summary>
    public (LedgerRequest Request, AppliedBatch Batch, MultiSignature Signature) Apply(JsonElement request, long time)
    {
        if (RequestAdmission.Judge(LedgerMap.Parse(request.GetRawText()), Ledgers) is not Admission.Write write)
            throw new MismatchException("the request is not admitted");
        Ledgers.ApplyBatch(new BatchTerms(write.Handler.Ledger, time), [write.Request]);
        var batch = Ledgers.Commit();
        if (batch.Outcomes[0].Verdict is RequestVerdict.Reject reject)
            throw new MismatchException($"the request is rejected: {reject.Reason}");
        var signature = Sign(batch);
        Ledgers.MultiSignatures.Set(batch.StateRoot, signature);
        return (write.Request, batch, signature);
    }

    private MultiSignature Sign(AppliedBatch batch)
    {
        var value = new MultiSignatureValue(
            (int)batch.Terms.Ledger, Ledgers[LedgerId.Pool].State!.Committed.Root, batch.StateRoot, batch.LedgerRoot, batch.Terms.Time);
        var shares = _signers.Select(name =>
        {
            using var key = BlsSecretKey.FromSeed(new SandboxIdentity(name).SeedBytes());
            return key.Sign(value.SignedBytes);
        });
        return new MultiSignature(BlsSignature.Aggregate([.. shares]).ToString(), _signers, value);
    }

    private static LedgerMap? FromLeaf(MerkleLog log, JsonElement entry)
    {
        try
        {
            var leaf = entry.Bytes("leaf_msgpack_hex");
            return RootWith(log, leaf) == entry.Text("txnRootAfter_b58") ? MessagePack.Read(leaf) as LedgerMap : null;
        }
        catch (Exception refusal) when (refusal is GovID.Ledger.LedgerException or FormatException)
        {
            return null;
        }
    }

    private static string RootWith(MerkleLog log, byte[] leaf)
    {
        log.Append(leaf);
        var root = log.Root.ToString();
        log.Truncate(log.Size - 1);
        return root;
    }
}
