using System.Text.Json;

namespace GovID.Conformance;

/// <summary>The comparisons of the suites. Each throws <see cref="MismatchException"/> naming the field at the first difference.</summary>
public static class Check
{
    private const int Shown = 160;

    /// <summary>Both texts are the same to the character.</summary>
    public static void Equal(string field, string? expected, string? actual)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
            throw new MismatchException($"{field}: expected {Quote(expected)}, got {Quote(actual)}");
    }

    /// <summary>Both values are equal.</summary>
    public static void Equal<T>(string field, T expected, T actual)
        where T : IEquatable<T>
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new MismatchException($"{field}: expected {expected}, got {actual}");
    }

    /// <summary>Both byte strings are the same; shown as lower-case hex.</summary>
    public static void Equal(string field, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        if (!expected.SequenceEqual(actual))
            Equal(field, Convert.ToHexStringLower(expected), Convert.ToHexStringLower(actual));
    }

    /// <summary>Both JSON values are the same: members in any order, array items in order, numbers by their text.</summary>
    public static void Equal(string field, JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind != actual.ValueKind)
            throw new MismatchException($"{field}: expected {Quote(expected.GetRawText())}, got {Quote(actual.GetRawText())}");
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                EqualMembers(field, expected, actual);
                break;
            case JsonValueKind.Array:
                EqualItems(field, expected, actual);
                break;
            case JsonValueKind.String:
                Equal(field, expected.GetString(), actual.GetString());
                break;
            default:
                Equal(field, expected.GetRawText(), actual.GetRawText());
                break;
        }
    }

    /// <summary>The condition holds.</summary>
    public static void That(string field, bool condition, string otherwise)
    {
        if (!condition)
            throw new MismatchException($"{field}: {otherwise}");
    }

    /// <summary>The action refuses with <typeparamref name="TException"/>, which is returned for further checks.</summary>
    public static TException Refuses<TException>(string field, Action action)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            action();
        }
        catch (TException refusal)
        {
            return refusal;
        }

        throw new MismatchException($"{field}: was accepted, should have been refused");
    }

    private static void EqualMembers(string field, JsonElement expected, JsonElement actual)
    {
        foreach (var member in expected.EnumerateObject())
        {
            if (!actual.TryGetProperty(member.Name, out var found))
                throw new MismatchException($"{field}.{member.Name}: expected {Quote(member.Value.GetRawText())}, but the member is missing");
            Equal($"{field}.{member.Name}", member.Value, found);
        }

        foreach (var member in actual.EnumerateObject())
        {
            if (!expected.TryGetProperty(member.Name, out _))
                throw new MismatchException($"{field}.{member.Name}: not expected, got {Quote(member.Value.GetRawText())}");
        }
    }

    private static void EqualItems(string field, JsonElement expected, JsonElement actual)
    {
        Equal($"{field}.length", expected.GetArrayLength(), actual.GetArrayLength());
        for (var i = 0; i < expected.GetArrayLength(); i++)
            Equal($"{field}[{i}]", expected[i], actual[i]);
    }

    private static string Quote(string? text) =>
        text is null ? "nothing" : text.Length <= Shown ? $"'{text}'" : $"'{text[..Shown]}…' ({text.Length} characters)";
}
