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

    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "values", "requested_attributes", "requested_predicates", "revealed_attrs", "revealed_attr_groups", "self_attested_attrs", "unrevealed_attrs",
        "predicates", "credentialSubject",
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
                    open.Push(new Level(Holder(open), new HashSet<string>(StringComparer.Ordinal)));
                    break;
                case JsonTokenType.StartArray:
                    open.Push(new Level(Holder(open), null));
                    break;
                case JsonTokenType.Null when open.TryPeek(out var level) && level.HoldsItems:
                    throw new JsonException("the items of a map or a list are never null", Path(open, level.Current ?? "[]"), null, null);
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

    /// <summary>The member whose value begins here; null at the top and inside a list.</summary>
    private static string? Holder(Stack<Level> open) => open.TryPeek(out var level) ? level.Current : null;

    private sealed class Level(string? holder, HashSet<string>? names)
    {
        /// <summary>Whether this is a list, or an object that maps names of the parties' choice to values: null means nothing there.</summary>
        public bool HoldsItems => Names is null || (holder is not null && Maps.Contains(holder));

        public HashSet<string>? Names { get; } = names;

        public string? Current { get; set; }
    }
}
