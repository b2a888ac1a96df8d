using System.Text.Json;
using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Reference;

/// <summary>Runs a recording through our ledgers: from the genesis files, in the recorded order, with the recorded times.</summary>
internal sealed class Replay
{
    private static readonly LedgerId[] WithState = [LedgerId.Pool, LedgerId.Domain, LedgerId.Config];
    private readonly List<(long Batch, string? Root, string? SignedRoot)> _signatures = [];
    private IReadOnlyList<string> _primaries = [];
    private IReadOnlyList<string>? _nodeRegistry;

    private Replay(PoolLedgers ledgers) => Ledgers = ledgers;

    /// <summary>The ledgers at the end.</summary>
    public PoolLedgers Ledgers { get; }

    /// <summary>What each batch did, and the state roots of all ledgers after it; the first entry is the genesis.</summary>
    public List<(AppliedBatch? Batch, IReadOnlyDictionary<LedgerId, MerkleHash> Roots)> Steps { get; } = [];

    public static Replay Run(Recording recording)
    {
        var replay = new Replay(PoolLedgers.FromGenesis(recording.PoolGenesis, recording.DomainGenesis));
        replay.ReadSignatures(recording.States);
        var order = new ReplayOrder(recording.Batches, recording.Writes, recording.Errors, recording.Replies);
        replay.Keep(null);
        replay.AnswerAll(order.After(0));
        for (var i = 0; i < recording.Batches.Count; i++)
        {
            replay.RunBatch(recording.Batches[i], order.Requests[i] ?? []);
            replay.AnswerAll(order.After(i + 1));
        }

        return replay;
    }

    /// <summary>The state of a ledger after so many batches.</summary>
    public StateView StateAfter(LedgerId ledger, int batches) => Ledgers[ledger].State!.At(Steps[batches].Roots[ledger])!;

    /// <summary>The ledger's number in the files.</summary>
    public static LedgerId LedgerOf(string name) => Enum.Parse<LedgerId>(name, ignoreCase: true);

    private void RunBatch(AuditRecord record, IReadOnlyList<RecordedItem> items)
    {
        var admitted = items.Select(item => (Item: item, Admission: Judge(item))).ToArray();
        var writes = admitted.Where(one => one.Admission is Admission.Write).Select(one => (Admission.Write)one.Admission!).ToArray();
        _primaries = record.Primaries ?? _primaries;
        _nodeRegistry = record.NodeRegistry ?? _nodeRegistry;
        var terms = new BatchTerms(writes.Length > 0 ? writes[0].Handler.Ledger : record.Ledger, record.Time)
        {
            ViewNo = record.ViewNo,
            BatchNo = record.BatchNo,
            Primaries = _primaries,
            NodeRegistry = _nodeRegistry,
        };
        Ledgers.ApplyBatch(terms, [.. writes.Select(write => write.Request)]);
        var batch = Ledgers.Commit();
        Keep(batch);
        foreach (var (item, admission) in admitted)
            item.Answers = admission is Admission.Write write ? AnswerWrite(batch, write.Request) : NodeAnswers.Of(admission, Ledgers);
    }

    private void AnswerAll(IEnumerable<RecordedItem> items)
    {
        foreach (var item in items)
            item.Answers = NodeAnswers.Of(Judge(item), Ledgers);
    }

    private Admission? Judge(RecordedItem item) =>
        ClientMessage.Read(item.Payload) is ClientMessage.Message message ? RequestAdmission.Judge(message.Map, Ledgers) : null;

    private LedgerMap[] AnswerWrite(AppliedBatch batch, LedgerRequest request)
    {
        var outcome = batch.Outcomes.First(one => one.Request.Digest == request.Digest);
        var acknowledgement = NodeMessages.Acknowledge(request);
        return outcome.Verdict is RequestVerdict.Reject reject
            ? [acknowledgement, NodeMessages.Reject(request, reject)]
            : [acknowledgement, NodeMessages.Reply(WriteReplies.Of(Ledgers, batch.Terms.Ledger, outcome.Transaction!.SeqNo))];
    }

    private void Keep(AppliedBatch? batch)
    {
        Steps.Add((batch, WithState.ToDictionary(id => id, id => Ledgers[id].State!.Committed.Root)));
        foreach (var id in WithState)
        {
            var root = Ledgers[id].State!.Committed.Root;
            if (_signatures.Any(one => IsOver(one, root.ToString())))
                Ledgers.MultiSignatures.Set(root, Unsigned(id, root));
        }
    }

    // A multi-signature names its root itself, and the recording says it twice more; two of three decide.
    private bool IsOver((long Batch, string? Root, string? SignedRoot) one, string root)
    {
        var votes = (one.Root == root ? 1 : 0) + (one.SignedRoot == root ? 1 : 0) + (one.Batch == Steps.Count - 1 ? 1 : 0);
        return votes >= 2;
    }

    // Only where a multi-signature stands matters to answers: the recorded ones are verified, not compared.
    private static MultiSignature Unsigned(LedgerId ledger, MerkleHash root) =>
        new(string.Empty, [], new MultiSignatureValue((int)ledger, root, root, root, 0));

    private void ReadSignatures(JsonElement? states)
    {
        if (states is not { ValueKind: JsonValueKind.Object } ledgers)
            return;
        foreach (var entry in ledgers.EnumerateObject().SelectMany(ledger => ledger.Value.EnumerateArray()))
        {
            if (entry.Optional("multiSignature") is { } signature)
                _signatures.Add((entry.Member("auditSeqNo").GetInt64(), TextOf(entry, "stateRoot_b58"), SignedRootOf(signature)));
        }
    }

    private static string? SignedRootOf(JsonElement signature) =>
        signature.ValueKind == JsonValueKind.Object && signature.Optional("value") is { ValueKind: JsonValueKind.Object } value ? TextOf(value, "state_root_hash") : null;

    private static string? TextOf(JsonElement holder, string member) =>
        holder.Optional(member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
