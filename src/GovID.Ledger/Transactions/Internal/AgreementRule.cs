using System.Globalization;
using System.Numerics;
using GovID.Ledger.Requests;
using GovID.Ledger.Validation;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Internal;

/// <summary>What writes to the domain ledger must say about the author agreement in force (specification 11.11; codes in 4.2).</summary>
internal static class AgreementRule
{
    private const int Tolerance = 120;
    private const int SecondsOfADay = 86_400;

    /// <summary>Ok, or the REJECT with its code.</summary>
    public static RequestVerdict Check(LedgerRequest request, LedgerId ledger, BatchState state)
    {
        var acceptance = request.Raw.FindMap("taaAcceptance");
        if (ledger != LedgerId.Domain)
        {
            return acceptance is null
                ? RequestVerdict.Ok
                : Refusals.Agreement(request, $"Txn Author Agreement acceptance is not expected and not allowed in requests for ledger id {(int)ledger}", 200);
        }

        if (Agreements.LatestDigest(state) is null)
            return RequestVerdict.Ok;
        return acceptance is null
            ? Refusals.Agreement(request, $"Txn Author Agreement acceptance is required for ledger with id {(int)ledger}", 201)
            : CheckAcceptance(request, acceptance, state);
    }

    private static RequestVerdict CheckAcceptance(LedgerRequest request, LedgerMap acceptance, BatchState state)
    {
        var digest = acceptance.FindText("taaDigest")!.Value;
        if (Agreements.Find(state, digest) is not { Value: LedgerMap members } agreement)
            return Refusals.Agreement(request, $"Incorrect Txn Author Agreement(digest={digest}) in the request", 202);
        if (members.FindInteger("retirement_ts") is { Value.IsZero: false } retired && retired.Value < state.Time)
        {
            var version = members.FindText("version")!.Value;
            return Refusals.Agreement(
                request,
                string.Create(CultureInfo.InvariantCulture, $"Txn Author Agreement is retired: version {version}, seq_no {agreement.SeqNo}, txn_time {agreement.TxnTime}"),
                203);
        }

        return CheckTime(request, acceptance.FindInteger("time")!.Value, members.FindInteger("ratification_ts")?.Value ?? agreement.TxnTime ?? 0, state) ?? CheckMechanism(request, acceptance, state);
    }

    private static RequestVerdict? CheckTime(LedgerRequest request, BigInteger time, BigInteger ratified, BatchState state)
    {
        if (time > LedgerTime.Last)
            return Refusals.Agreement(request, $"TAA_ACCEPTANCE_TIME = {time} is out of range", 207);
        if (time % SecondsOfADay != 0)
            return Refusals.Agreement(request, $"Txn Author Agreement acceptance time {time} is too precise and is a privacy risk", 203);

        var first = DayOf(ratified - Tolerance);
        var last = DayOf(new BigInteger(state.Time) + Tolerance);
        return time / SecondsOfADay < first || time / SecondsOfADay > last
            ? Refusals.Agreement(request, $"Txn Author Agreement acceptance time is inappropriate: provided {time}, expected in [{Date(first)}, {Date(last)}]", 205)
            : null;
    }

    private static RequestVerdict CheckMechanism(LedgerRequest request, LedgerMap acceptance, BatchState state)
    {
        var mechanism = acceptance.FindText("mechanism")!.Value;
        var known = Agreements.Mechanisms(state) ?? LedgerMap.Empty;
        if (known.Contains(mechanism))
            return RequestVerdict.Ok;
        var names = known.Select(member => member.Key).OrderBy(name => name, GovID.Ledger.Internal.CodePointOrder.Instance).Select(ReasonValues.Quoted);
        return Refusals.Agreement(
            request, $"Txn Author Agreement acceptance mechanism is inappropriate: provided {mechanism}, expected one of [{string.Join(", ", names)}]", 206);
    }

    private static long DayOf(BigInteger time) => (long)BigInteger.Divide(time - (((time % SecondsOfADay) + SecondsOfADay) % SecondsOfADay), SecondsOfADay);

    private static string Date(long day) =>
        DateOnly.FromDayNumber((int)day + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
