using GovID.Ledger.Authorization;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions;

/// <summary>The ledgers as one batch sees and changes them: everything committed, everything in flight, and its own writes so far.</summary>
public sealed class BatchState
{
    private readonly PoolLedgers _ledgers;
    private readonly List<StateChange> _changes = [];
    private readonly List<KeyValuePair<string, string>> _attributes = [];

    internal BatchState(PoolLedgers ledgers, long time)
    {
        _ledgers = ledgers;
        Time = time;
        Rules = new AuthRuleBook(FindOverride);
    }

    /// <summary>Gets the time of the batch in seconds since 1970.</summary>
    public long Time { get; }

    /// <summary>Gets the rules as they stand.</summary>
    public AuthRuleBook Rules { get; }

    internal IReadOnlyList<StateChange> Changes => _changes;

    internal IReadOnlyList<KeyValuePair<string, string>> Attributes => _attributes;

    internal bool? SwitchesWrites { get; private set; }

    /// <summary>Finds a value in the state of a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="key">The state key.</param>
    /// <returns>The stored bytes, or null.</returns>
    public byte[]? Get(LedgerId ledger, ReadOnlySpan<byte> key) => StateOf(ledger).Get(key);

    /// <summary>Finds the value inside <c>{"lsn","lut","val"}</c> (specification 9.3).</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="key">The state key.</param>
    /// <returns>The value, or null where there is none.</returns>
    public LedgerValue? FindWrapped(LedgerId ledger, ReadOnlySpan<byte> key) =>
        Get(ledger, key) is { } stored && LedgerValue.TryParse(stored, out var value) && (value as LedgerMap)?.Find("val") is { } inner and not LedgerNull
            ? inner
            : null;

    /// <summary>Lists the entries of a state whose keys begin with a prefix, in the order of the keys.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="prefix">The first bytes of the keys.</param>
    /// <returns>The entries.</returns>
    public IReadOnlyList<KeyValuePair<byte[], byte[]>> Entries(LedgerId ledger, ReadOnlySpan<byte> prefix) =>
        StateOf(ledger).Freeze().Entries(prefix);

    /// <summary>Finds an identifier.</summary>
    /// <param name="did">The identifier.</param>
    /// <returns>Its record, or null where it is not on the ledger.</returns>
    public NymRecord? FindNym(string did) => Get(LedgerId.Domain, StateKeys.Nym(did)) is { } stored ? NymRecord.Parse(stored) : null;

    /// <summary>Finds the role of an identifier.</summary>
    /// <param name="did">The identifier.</param>
    /// <returns>The role's number; empty where it has none; null where it is not on the ledger.</returns>
    public string? RoleOf(string did) => FindNym(did) is { } record ? record.Role ?? string.Empty : null;

    /// <summary>Finds a transaction.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="seqNo">The position, from 1.</param>
    /// <returns>The transaction, or null.</returns>
    public LedgerTransaction? FindTransaction(LedgerId ledger, long seqNo) => _ledgers[ledger].FindInFlight(seqNo);

    internal long NextSeqNo(LedgerId ledger) => _ledgers[ledger].Size + 1;

    internal void Append(LedgerId ledger, LedgerTransaction transaction) => _ledgers[ledger].Append(transaction);

    internal void Set(LedgerId ledger, byte[] key, byte[] value)
    {
        StateOf(ledger).Set(key, value);
        _changes.Add(new StateChange(key, value));
    }

    internal void Remove(LedgerId ledger, byte[] key)
    {
        StateOf(ledger).Remove(key);
        _changes.Add(new StateChange(key, null));
    }

    internal void KeepAttribute(string hash, string text) => _attributes.Add(new(hash, text));

    internal void SwitchWrites(bool takesWrites) => SwitchesWrites = takesWrites;

    private AuthConstraint? FindOverride(AuthRuleId id) =>
        Get(LedgerId.Config, StateKeys.AuthRule(id.ToString())) is { } stored ? AuthConstraint.Parse(LedgerMap.Parse(stored)) : null;

    private StateTrie StateOf(LedgerId ledger) => _ledgers[ledger].State
        ?? throw new ArgumentException("The audit ledger has no state.", nameof(ledger));
}
