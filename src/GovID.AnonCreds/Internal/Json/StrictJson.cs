using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GovID.AnonCreds.Internal;

/// <summary>
/// The one way in for JSON from outside: UTF-8 of a limited size and depth, no member twice, no lone surrogate, nothing after the value.
/// Errors name the member by its path.
/// </summary>
internal static class StrictJson
{
    /// <summary>Nesting that no object of this package reaches.</summary>
    public const int MaximumDepth = 32;

    private static readonly JsonReaderOptions ReaderOptions = new()
    {
        MaxDepth = MaximumDepth,
        CommentHandling = JsonCommentHandling.Disallow,
        AllowTrailingCommas = false,
    };

    /// <summary>Parses one object.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.TooLarge"/> over <paramref name="maximumBytes"/>; <see cref="AnonCredsErrorCode.Malformed"/> otherwise.
    /// </exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, int maximumBytes)
        where T : class
    {
        if (utf8.Length > maximumBytes)
            throw new AnonCredsException(AnonCredsErrorCode.TooLarge, $"A {typeof(T).Name} has at most {maximumBytes} bytes of JSON.");
        try
        {
            Check(utf8);
            return JsonSerializer.Deserialize(utf8, type) ?? throw new JsonException("the value is null", "$", null, null);
        }
        catch (JsonException wrong)
        {
            throw Malformed<T>(wrong);
        }
        catch (InvalidOperationException wrong)
        {
            // Text that is not UTF-8 or holds a lone surrogate surfaces as this type when it is fetched.
            throw new AnonCredsException(AnonCredsErrorCode.Malformed, $"The {typeof(T).Name} is not valid UTF-8 text.", "$", wrong);
        }
    }

    private static AnonCredsException Malformed<T>(JsonException wrong)
    {
        var field = wrong.Path ?? "$";
        return new AnonCredsException(
            AnonCredsErrorCode.Malformed, $"The {typeof(T).Name} is malformed at {field}: {Reason(wrong)}.", field, wrong);
    }

    /// <summary>The reason without the location that the serializer appends, and never with a value from the text.</summary>
    private static string Reason(JsonException wrong)
    {
        var text = wrong.Message;
        var end = text.IndexOf(" Path:", StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).TrimEnd('.', ' ');
    }

    private static void Check(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, ReaderOptions);
        var open = new Stack<Level>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new Level(new HashSet<string>(StringComparer.Ordinal)));
                    break;
                case JsonTokenType.StartArray:
                    open.Push(new Level(null));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    Name(open, reader.GetString()!);
                    break;
                case JsonTokenType.String:
                    _ = reader.GetString();
                    break;
            }
        }
    }

    private static void Name(Stack<Level> open, string name)
    {
        var level = open.Peek();
        if (!level.Names!.Add(name))
            throw new JsonException("the member stands twice", Path(open, name), null, null);
        level.Current = name;
    }

    private static string Path(Stack<Level> open, string name)
    {
        var path = new StringBuilder("$");
        foreach (var level in open.Reverse().SkipLast(1))
            path.Append('.').Append(level.Current ?? "[]");
        return path.Append('.').Append(name).ToString();
    }

    private sealed class Level(HashSet<string>? names)
    {
        public HashSet<string>? Names { get; } = names;

        public string? Current { get; set; }
    }
}
