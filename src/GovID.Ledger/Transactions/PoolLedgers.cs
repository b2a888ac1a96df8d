using GovID.Ledger.Merkle;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions.Internal;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions;

/// <summary>
/// The four ledgers of a pool with everything that follows from them (specification 15). In memory, without clock or chance: the same
/// batches give the same bytes everywhere. One writer at a time; not synchronised.
/// </summary>
/// <remarks>
/// Batches are applied one after the other and stand in flight until they are committed in the same order; the last one can be taken
/// back. Whoever persists a pool keeps what <see cref="AppliedBatch"/> lists.
/// </remarks>
public sealed class PoolLedgers
{
    private readonly LedgerBook[] _books =
    [
        new(LedgerId.Pool, new StateTrie()), new(LedgerId.Domain, new StateTrie()), new(LedgerId.Config, new StateTrie()), new(LedgerId.Audit, null),
    ];

    private readonly List<AppliedBatch> _inFlight = [];

    private (MerkleHash Root, IReadOnlyList<string> Names)? _registry;

    private PoolLedgers()
    {
    }

    /// <summary>Gets the texts of attributes by their hashes (specification 11.2).</summary>
    public AttributeStore Attributes { get; } = new();

    /// <summary>Gets which state stood at which time (specification 9.4).</summary>
    public TimeStore Times { get; } = new();

    /// <summary>Gets which requests were written already (specification 4.3).</summary>
    public RequestIndex Requests { get; } = new();

    /// <summary>Gets the multi-signatures over roots of states (specification 10.6).</summary>
    public MultiSignatureStore MultiSignatures { get; } = new();

    /// <summary>Gets a value indicating whether the pool takes writes (specification 4.3, 11.13).</summary>
    public bool TakesWrites { get; private set; } = true;

    /// <summary>Gets the batches in flight, oldest first.</summary>
    public IReadOnlyList<AppliedBatch> InFlight => _inFlight;

    /// <summary>Gets a ledger.</summary>
    /// <param name="ledger">Which one.</param>
    /// <returns>The ledger.</returns>
    public LedgerBook this[LedgerId ledger] => _books[(int)ledger];

    /// <summary>Begins a pool with its genesis transactions, which are committed at once.</summary>
    /// <param name="pool">The NODE transactions in order.</param>
    /// <param name="domain">The NYM transactions in order.</param>
    /// <returns>The ledgers.</returns>
    /// <exception cref="LedgerException">A line is no transaction of its ledger, or its number is not its place.</exception>
    public static PoolLedgers FromGenesis(IEnumerable<LedgerMap> pool, IEnumerable<LedgerMap> domain)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(domain);
        var ledgers = new PoolLedgers();
        GenesisWriter.Write(ledgers, LedgerId.Pool, pool);
        GenesisWriter.Write(ledgers, LedgerId.Domain, domain);
        return ledgers;
    }

    /// <summary>The ledgers as the next batch will see them, for checks before ordering.</summary>
    /// <param name="time">The time to assume, in seconds since 1970.</param>
    /// <returns>The view; reading it changes nothing.</returns>
    public BatchState View(long time = 0) => new(this, time);

    /// <summary>Checks and applies requests in order, and audits the batch. A rejected request changes nothing.</summary>
    /// <param name="terms">What the order was agreed under.</param>
    /// <param name="requests">The requests, well-formed and authenticated; all of the batch's ledger.</param>
    /// <returns>What the batch did; it is in flight now.</returns>
    /// <exception cref="ArgumentException">A request belongs to another ledger, or is none that writes.</exception>
    public AppliedBatch ApplyBatch(BatchTerms terms, IReadOnlyList<LedgerRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(requests);
        var handlers = requests.Select(request => HandlerOf(request, terms)).ToArray();
        var book = this[terms.Ledger];
        var (sizeBefore, viewBefore) = (book.Size, book.State!.Freeze());
        var state = new BatchState(this, terms.Time);
        var outcomes = new List<BatchOutcome>(requests.Count);
        for (var i = 0; i < requests.Count; i++)
            outcomes.Add(TakeIn(requests[i], handlers[i], state, outcomes));

        var audit = AuditTransactions.Of(this, terms, outcomes);
        this[LedgerId.Audit].Append(audit);
        var batch = new AppliedBatch(terms, new BatchSpan(sizeBefore, viewBefore, book.State.Freeze()))
        {
            Outcomes = outcomes,
            Changes = state.Changes,
            Attributes = state.Attributes,
            LedgerSize = book.Size,
            LedgerRoot = book.Log.Root,
            Audit = audit,
            SwitchesWrites = state.SwitchesWrites,
        };
        _inFlight.Add(batch);
        return batch;
    }

    /// <summary>Commits the oldest batch in flight: it can be read and proved from now on.</summary>
    /// <returns>The batch.</returns>
    /// <exception cref="InvalidOperationException">Nothing is in flight.</exception>
    public AppliedBatch Commit()
    {
        if (_inFlight.Count == 0)
            throw new InvalidOperationException("No batch is in flight.");
        var batch = _inFlight[0];
        _inFlight.RemoveAt(0);
        var ledger = batch.Terms.Ledger;
        this[ledger].Commit(batch.LedgerSize);
        this[ledger].State!.Commit(batch.View);
        this[LedgerId.Audit].Commit(batch.Audit.SeqNo);
        if (ledger is LedgerId.Domain or LedgerId.Config)
            Times.Set(ledger, batch.Terms.Time, batch.StateRoot);
        foreach (var (hash, text) in batch.Attributes)
            Attributes.Set(hash, text);
        foreach (var outcome in batch.Outcomes.Where(outcome => outcome.Transaction is not null))
            Requests.Add(outcome.Request, ledger, outcome.Transaction!.SeqNo);
        TakesWrites = batch.SwitchesWrites ?? TakesWrites;
        return batch;
    }

    /// <summary>Takes back the batch applied last, as if it had never been.</summary>
    /// <exception cref="InvalidOperationException">Nothing is in flight.</exception>
    public void Discard()
    {
        if (_inFlight.Count == 0)
            throw new InvalidOperationException("No batch is in flight.");
        var batch = _inFlight[^1];
        _inFlight.RemoveAt(_inFlight.Count - 1);
        this[batch.Terms.Ledger].Truncate(batch.SizeBefore);
        this[batch.Terms.Ledger].State!.Restore(batch.ViewBefore);
        this[LedgerId.Audit].Truncate(batch.Audit.SeqNo - 1);
    }

    /// <summary>The names of the active validators, by the pool ledger with its batches in flight.</summary>
    internal IReadOnlyList<string> NodeRegistry()
    {
        var root = this[LedgerId.Pool].Log.Root;
        if (_registry is not { } known || known.Root != root)
            _registry = known = (root, Internal.NodeRegistry.Of(this));
        return known.Names;
    }

    /// <summary>The text of an attribute, one of a batch in flight included.</summary>
    internal string? FindAttribute(string hash) => Attributes.Find(hash)
        ?? _inFlight.SelectMany(batch => batch.Attributes).LastOrDefault(entry => entry.Key == hash).Value;

    private static TransactionHandler HandlerOf(LedgerRequest request, BatchTerms terms)
    {
        var handler = TransactionHandlers.Find(request.Type)
            ?? throw new ArgumentException($"Requests of type {request.Type} are not written.", nameof(request));
        return handler.Ledger == terms.Ledger
            ? handler
            : throw new ArgumentException($"A request of type {request.Type} does not belong to ledger {terms.Ledger}.", nameof(request));
    }

    private BatchOutcome TakeIn(LedgerRequest request, TransactionHandler handler, BatchState state, List<BatchOutcome> before)
    {
        var verdict = IsOrdered(request, before)
            ? Validation.Internal.Refusals.State(request, "Trying to order already ordered request")
            : AgreementRule.Check(request, handler.Ledger, state);
        if (verdict is RequestVerdict.Accepted)
            verdict = handler.CheckAgainstState(request, state);
        return new BatchOutcome(request, verdict, verdict is RequestVerdict.Accepted ? handler.Apply(request, state) : null);
    }

    private bool IsOrdered(LedgerRequest request, List<BatchOutcome> before) =>
        Requests.FindByPayload(request.PayloadDigest) is not null
        || before.Concat(_inFlight.SelectMany(batch => batch.Outcomes))
            .Any(outcome => outcome.Transaction is not null && outcome.Request.PayloadDigest == request.PayloadDigest);
}
