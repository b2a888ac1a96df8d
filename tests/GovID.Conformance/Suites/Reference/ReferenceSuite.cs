using GovID.Conformance.Suites.Requests;
using GovID.Ledger.Requests;

namespace GovID.Conformance.Suites.Reference;

/// <summary>
/// <c>indy/reference</c>: a recorded pool, replayed from its genesis files with the recorded times. Every answer, refusal, leaf, root, state
/// value, store entry and audit transaction must come out the same.
/// </summary>
public sealed class ReferenceSuite : Suite
{
    /// <inheritdoc/>
    public override string Path => "indy/reference";

    /// <inheritdoc/>
    public override IEnumerable<ConformanceCase> Load(string folder)
    {
        var recording = new Lazy<Recording>(() => Recording.Read(folder));
        var replay = new Lazy<Replay>(() => Replay.Run(recording.Value));
        (string Name, Func<IEnumerable<ConformanceCase>> Load)[] parts =
        [
            ("requests.json", () => RequestCases.Load(folder)),
            ("writes.json", () => AnswerCases.Load(Present(recording.Value.Writes), replay)),
            ("errors.json", () => AnswerCases.Load(Present(recording.Value.Errors), replay)),
            ("replies.json", () => ReplyCases.Load(Present(recording.Value.Replies), replay)),
            ("ledger-pool.json", () => LedgerCases.Load(folder, LedgerId.Pool, replay)),
            ("ledger-domain.json", () => LedgerCases.Load(folder, LedgerId.Domain, replay)),
            ("ledger-config.json", () => LedgerCases.Load(folder, LedgerId.Config, replay)),
            ("ledger-audit.json", () => LedgerCases.Load(folder, LedgerId.Audit, replay)),
            ("states.json", () => StateCases.Load(folder, replay)),
            ("stores.json", () => StoreCases.Load(folder, replay)),
            ("wire.json", () => WireCases.Load(folder, recording)),
        ];
        return parts.SelectMany(part => SuiteParts.Load(part.Name, part.Load));
    }

    private static IReadOnlyList<RecordedItem> Present(IReadOnlyList<RecordedItem> items) =>
        items.Count > 0 ? items : throw new MismatchException("the file is missing or has no cases");
}
