using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>Short ways to say no.</summary>
internal static class Refusal
{
    public static PresentationVerdict.Rejected No(PresentationCheck check, string? where, string detail) => new(check, where, detail);

    /// <summary>The first verdict that is not null.</summary>
    public static PresentationVerdict? First<T>(IEnumerable<T> items, Func<T, PresentationVerdict?> check) =>
        items.Select(check).FirstOrDefault(verdict => verdict is not null);
}
