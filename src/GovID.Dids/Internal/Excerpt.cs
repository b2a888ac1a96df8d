namespace GovID.Dids.Internal;

/// <summary>What a message may repeat of a text from outside: its first characters, without control characters.</summary>
internal static class Excerpt
{
    private const int Shown = 48;

    public static string Of(string text)
    {
        var head = text.Length <= Shown ? text : $"{text.AsSpan(0, Shown)}…";
        return string.Concat(head.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
    }
}
