using System.Text.Json;
using GovID.Ledger.Merkle;
using GovID.Ledger.Queries;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Golden;

/// <summary>One step of a golden ledger as our ledgers took it.</summary>
internal sealed record GoldenStep(LedgerRequest Request, AppliedBatch Batch, MultiSignature Signature, LedgerMap Reply);

/// <summary>Runs the steps of a golden ledger and its queries at their moment.</summary>
internal sealed class GoldenRun
{
    private readonly List<object> _steps = [];
    private readonly List<object> _replies = [];

    private GoldenRun(GoldenPool pool) => Ledgers = pool.Ledgers;

    public PoolLedgers Ledgers { get; }

    /// <summary>The roots of the ledger and its state at the moment of the queries.</summary>
    public (MerkleHash StateRoot, LedgerId Ledger) Asked { get; private set; }

    /// <summary>Runs everything; the queries come before the step of the given type, or at the end.</summary>
    public static GoldenRun Of(JsonElement file, string queries, IEnumerable<LedgerMap> domain, LedgerId ledger, string? askedBefore = null)
    {
        var pool = GoldenPool.Begin(domain, file.Member("steps"));
        var run = new GoldenRun(pool);
        var isAsked = false;
        foreach (var step in file.Items("steps"))
        {
            if (!isAsked && askedBefore is not null && step.Member("request").Member("operation").Text("type") == askedBefore)
                isAsked = run.Ask(file, queries, ledger);
            run._steps.Add(Try(() => run.Take(pool, step)));
        }

        _ = isAsked || run.Ask(file, queries, ledger);
        return run;
    }

    public GoldenStep Step(int index) => _steps[index] as GoldenStep ?? throw (Exception)_steps[index];

    public LedgerMap Reply(int index) => _replies[index] as LedgerMap ?? throw (Exception)_replies[index];

    private GoldenStep Take(GoldenPool pool, JsonElement step)
    {
        var (request, batch, signature) = pool.Apply(step.Member("request"), TimeOf(step));
        var transaction = batch.Transactions.Single();
        return new GoldenStep(request, batch, signature, NodeMessages.Reply(WriteReplies.Of(Ledgers, batch.Terms.Ledger, transaction.SeqNo)));
    }

    private bool Ask(JsonElement file, string queries, LedgerId ledger)
    {
        Asked = (Ledgers[ledger].State!.Committed.Root, ledger);
        foreach (var query in file.Items(queries))
            _replies.Add(Try(() => Answer(query)));
        return true;
    }

    private LedgerMap Answer(JsonElement query)
    {
        var admission = RequestAdmission.Judge(LedgerMap.Parse(query.Member("request").GetRawText()), Ledgers);
        var request = (admission as Admission.Query)?.Request ?? throw new MismatchException("the query is not admitted");
        return QueryHandlers.Find(request.Type)!.Answer(request, Ledgers) is QueryAnswer.Reply reply
            ? NodeMessages.Reply(reply.Result)
            : throw new MismatchException("the query is refused");
    }

    // The time of a step is recorded in several places; most of them decide.
    private static long TimeOf(JsonElement step) => ((JsonElement?[])
        [
            step.Optional("ledgerTxn")?.Optional("txnMetadata")?.Optional("txnTime"),
            step.Optional("multi_signature")?.Optional("value")?.Optional("timestamp"),
            step.Optional("reply")?.Optional("result")?.Optional("txnMetadata")?.Optional("txnTime"),
        ])
        .Where(time => time is { ValueKind: JsonValueKind.Number }).Select(time => time!.Value.GetInt64())
        .GroupBy(time => time).MaxBy(group => group.Count())?.Key ?? throw new MismatchException("the step has no time");

    private static object Try(Func<object> action)
    {
        try
        {
            return action();
        }
        catch (Exception broken) when (broken is MismatchException or GovID.Ledger.LedgerException)
        {
            return new MismatchException(broken.Message, broken);
        }
    }
}
