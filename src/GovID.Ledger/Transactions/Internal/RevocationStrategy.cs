using System.Numerics;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Internal;

/// <summary>
/// How a registry counts (specification 11.6): issued by default, the state lists the revoked; on demand, the state lists the issued.
/// </summary>
internal sealed class RevocationStrategy
{
    private static readonly RevocationStrategy ByDefault = new("revoked", "issued");
    private static readonly RevocationStrategy OnDemand = new("issued", "revoked");
    private readonly string _kept;
    private readonly string _undone;

    private RevocationStrategy(string kept, string undone)
    {
        _kept = kept;
        _undone = undone;
    }

    /// <summary>The strategy of a registry, or null where the value is none.</summary>
    public static RevocationStrategy? Of(LedgerValue? registry) =>
        (registry as LedgerMap)?.FindMap("value")?.FindText("issuanceType")?.Value switch
        {
            "ISSUANCE_BY_DEFAULT" => ByDefault,
            "ISSUANCE_ON_DEMAND" => OnDemand,
            _ => null,
        };

    /// <summary>What is wrong with a new entry, or null.</summary>
    public string? Judge(LedgerMap? current, LedgerMap submitted)
    {
        var issued = Indices(submitted, "issued");
        var revoked = Indices(submitted, "revoked");
        if (issued.Overlaps(revoked))
            return "Can not have an index in both 'issued' and 'revoked' lists";
        var previous = submitted.Find("prevAccum");
        if (current is null)
            return previous is null ? null : $"Got 'prevAccum': {ReasonValues.Plain(previous)} but there is no previous REVOC_REG_ENTRY";
        if (current.Find("accum") != previous)
        {
            return $"The current accumulator value: {Shown(current, "accum")} must be equal to the last accumulator "
                + $"value: {Shown(current, "prevAccum")} in transaction";
        }

        if (issued.Count == 0 && revoked.Count == 0)
            return "Got 'prevAccum' and 'accum' but 'issued' and 'revoked' lists are empty";
        return previous == submitted.Find("accum")
            ? "Got equal accum and prev_accum but issued and revoked indices are not empty"
            : JudgeIndices(current, submitted);
    }

    /// <summary>The entry's value after a submitted one: the list that is kept grows and shrinks, the other is empty.</summary>
    public LedgerMap Merge(LedgerMap current, LedgerMap submitted)
    {
        var kept = Indices(current, _kept);
        kept.ExceptWith(Indices(submitted, _undone));
        kept.UnionWith(Indices(submitted, _kept));
        return submitted.With(_undone, LedgerList.Empty).With(_kept, ListOf(kept));
    }

    /// <summary>What happened between two entries: the issued and the revoked.</summary>
    public (LedgerList Issued, LedgerList Revoked) Difference(LedgerMap before, LedgerMap after)
    {
        var was = Indices(before, _kept);
        var gained = Indices(after, _kept);
        var lost = new SortedSet<BigInteger>(was);
        lost.ExceptWith(gained);
        gained.ExceptWith(was);
        return _kept == "issued" ? (ListOf(gained), ListOf(lost)) : (ListOf(lost), ListOf(gained));
    }

    private string? JudgeIndices(LedgerMap current, LedgerMap submitted)
    {
        var known = Indices(current, _kept);
        var missing = Indices(submitted, _undone);
        missing.ExceptWith(known);
        if (missing.Count > 0)
        {
            return $"{Capital(_undone)} indices from txn: {Set(missing)} are not present in the current {_kept} list "
                + $"from state: {ReasonValues.Quoted(current.Find(_kept) ?? LedgerList.Empty)}";
        }

        var repeated = Indices(submitted, _kept);
        repeated.IntersectWith(known);
        return repeated.Count == 0
            ? null
            : $"{Capital(_kept)} indices from txn: {Set(repeated)} are already {_kept} in current state: "
                + ReasonValues.Quoted(current.Find(_kept) ?? LedgerList.Empty);
    }

    private static SortedSet<BigInteger> Indices(LedgerMap value, string member) =>
        [.. (value.FindList(member) ?? LedgerList.Empty).OfType<LedgerInteger>().Select(index => index.Value)];

    private static LedgerList ListOf(SortedSet<BigInteger> indices) => new(indices.Select(index => (LedgerValue)new LedgerInteger(index)));

    private static string Set(SortedSet<BigInteger> indices) => $"{{{string.Join(", ", indices)}}}";

    private static string Shown(LedgerMap value, string member) => value.Find(member) is { } found ? ReasonValues.Plain(found) : "None";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
