using System.Text;
using System.Text.Json;

namespace GovID.Bench.Fuzz;

/// <summary>Damage that respects tokens: values change places, members appear twice, numbers grow, nesting deepens.</summary>
internal static class JsonTokens
{
    private static readonly byte[][] Values =
    [
        "null"u8.ToArray(), "true"u8.ToArray(), "0"u8.ToArray(), "-1"u8.ToArray(), "1e400"u8.ToArray(), "1.5"u8.ToArray(),
        "9223372036854775808"u8.ToArray(), "1234567890123456789"u8.ToArray(), "\"\""u8.ToArray(), "\"\\ud800\""u8.ToArray(),
        "\"\\u0000\""u8.ToArray(), "[]"u8.ToArray(), "{}"u8.ToArray(), "[[[[[[[[]]]]]]]]"u8.ToArray(), "{\"a\":{\"a\":{}}}"u8.ToArray(),
    ];

    /// <summary>Damages one token or member of the input; input that is no JSON comes back with a token put in front.</summary>
    public static byte[] Damage(byte[] input, IReadOnlyList<byte[]> seeds, Random random)
    {
        List<(int Start, int End)> tokens = Spans(input);
        if (tokens.Count == 0) return [.. Values[random.Next(Values.Length)], .. input];
        (int start, int end) = tokens[random.Next(tokens.Count)];
        return random.Next(4) switch
        {
            0 => Replaced(input, start, end, Values[random.Next(Values.Length)]),
            1 => Replaced(input, start, end, Foreign(input, tokens, seeds, random)),
            2 => Replaced(input, start, end, Wrapped(input.AsSpan(start, end - start), 1 << random.Next(9))),
            _ => Duplicated(input, start, end),
        };
    }

    private static byte[] Foreign(byte[] input, List<(int Start, int End)> tokens, IReadOnlyList<byte[]> seeds, Random random)
    {
        byte[] other = random.Next(2) == 0 ? input : seeds[random.Next(seeds.Count)];
        List<(int Start, int End)> choice = ReferenceEquals(other, input) ? tokens : Spans(other);
        if (choice.Count == 0) return [];
        (int start, int end) = choice[random.Next(choice.Count)];
        return other[start..end];
    }

    private static byte[] Wrapped(ReadOnlySpan<byte> token, int depth) =>
        [.. Encoding.ASCII.GetBytes(new string('[', depth)), .. token, .. Encoding.ASCII.GetBytes(new string(']', depth))];

    private static byte[] Duplicated(byte[] input, int start, int end) =>
        [.. input.AsSpan(0, end), (byte)',', .. input.AsSpan(start, end - start), .. input.AsSpan(end)];

    private static byte[] Replaced(byte[] input, int start, int end, byte[] piece) =>
        [.. input.AsSpan(0, start), .. piece, .. input.AsSpan(end)];

    // Every whole value and every whole member, as far as the input is still well-formed.
    private static List<(int Start, int End)> Spans(byte[] input)
    {
        var spans = new List<(int Start, int End)>();
        var open = new Stack<int>();
        int member = -1;
        try
        {
            var reader = new Utf8JsonReader(input, new JsonReaderOptions { MaxDepth = 256 });
            while (reader.Read())
            {
                int start = (int)reader.TokenStartIndex, end = (int)reader.BytesConsumed;
                if (reader.TokenType is JsonTokenType.PropertyName)
                {
                    member = start;
                    continue;
                }

                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    open.Push(member >= 0 ? member : start);
                    member = -1;
                    continue;
                }

                if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) start = open.Pop();
                spans.Add((start, end));
                if (member >= 0) spans.Add((member, end));
                member = -1;
            }
        }
        catch (JsonException)
        {
            // What was read before the damage is enough.
        }

        return spans;
    }
}
