using GovID.Ledger.Values;

namespace GovID.Ledger.Requests;

/// <summary>A text member for which absent and null mean different things, such as the role of a NYM (specification 11.1).</summary>
public readonly record struct MemberText
{
    private MemberText(bool isGiven, string? text)
    {
        IsGiven = isGiven;
        Text = text;
    }

    /// <summary>Gets the member that is not there; the default value.</summary>
    public static MemberText Absent => default;

    /// <summary>Gets the member that is there and null.</summary>
    public static MemberText Null { get; } = new(true, null);

    /// <summary>Gets a value indicating whether the member is there, null included.</summary>
    public bool IsGiven { get; }

    /// <summary>Gets the text; null when the member is null or absent.</summary>
    public string? Text { get; }

    /// <summary>Makes a member that is there with a text; a null reference makes an absent one.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator MemberText(string? text) => Of(text);

    /// <summary>Makes a member that is there with a text; a null reference makes an absent one.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The member.</returns>
    public static MemberText Of(string? text) => text is null ? Absent : new MemberText(true, text);

    /// <summary>Gets the text, <c>null</c> or nothing.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text ?? (IsGiven ? "null" : string.Empty);

    internal LedgerValue? ToValue() => IsGiven ? (LedgerValue)Text : null;
}
