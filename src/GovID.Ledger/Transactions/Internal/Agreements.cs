using System.Text;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Internal;

/// <summary>The author agreements in the config state (specification 11.11).</summary>
internal static class Agreements
{
    /// <summary>The digest of the agreement in force, or null.</summary>
    public static string? LatestDigest(BatchState state) => Text(state, StateKeys.AgreementLatest);

    /// <summary>The digest of a version, or null.</summary>
    public static string? DigestOfVersion(BatchState state, string version) => Text(state, StateKeys.AgreementVersion(version));

    /// <summary>An agreement with the transaction that wrote it last, or null.</summary>
    public static WrittenValue? Find(BatchState state, string digest) =>
        state.Get(LedgerId.Config, StateKeys.AgreementDigest(digest)) is { } stored ? WrittenValue.Parse(stored) : null;

    /// <summary>The members of an agreement, or null.</summary>
    public static LedgerMap? FindMembers(BatchState state, string digest) => Find(state, digest)?.Value as LedgerMap;

    /// <summary>Every agreement, in the order of the digests.</summary>
    public static IReadOnlyList<LedgerMap> All(BatchState state) =>
        [.. state.Entries(LedgerId.Config, StateKeys.AgreementDigest(string.Empty)).Select(entry => (LedgerMap)WrittenValue.Parse(entry.Value).Value)];

    /// <summary>The list of mechanisms in force, or null.</summary>
    public static LedgerMap? Mechanisms(BatchState state) =>
        (state.FindWrapped(LedgerId.Config, StateKeys.MechanismsLatest) as LedgerMap)?.FindMap("aml");

    /// <summary>Writes an agreement under its digest.</summary>
    public static void Write(BatchState state, LedgerMap agreement, LedgerTransaction transaction) => state.Set(
        LedgerId.Config,
        StateKeys.AgreementDigest(agreement.FindText("digest")!.Value),
        StateValues.Wrap(agreement, transaction.SeqNo, transaction.Time));

    /// <summary>Makes an agreement the one in force.</summary>
    public static void WritePointers(BatchState state, string version, string digest)
    {
        state.Set(LedgerId.Config, StateKeys.AgreementVersion(version), Encoding.UTF8.GetBytes(digest));
        state.Set(LedgerId.Config, StateKeys.AgreementLatest, Encoding.UTF8.GetBytes(digest));
    }

    private static string? Text(BatchState state, byte[] key) =>
        state.Get(LedgerId.Config, key) is { } digest ? Encoding.UTF8.GetString(digest) : null;
}
