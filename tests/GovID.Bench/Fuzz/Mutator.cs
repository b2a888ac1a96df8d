using System.Diagnostics;

namespace GovID.Bench.Fuzz;

/// <summary>Damages inputs. All choices come from the generator handed in, so the same seed gives the same inputs.</summary>
public sealed class Mutator(FuzzTarget target, IReadOnlyList<byte[]> seeds, Random random)
{
    /// <summary>Inputs grow no longer than this.</summary>
    public const int MaximumLength = 1 << 16;

    private const int ByteKinds = 9;
    private static readonly byte[] Interesting = [0, 1, 0x7f, 0x80, 0xff, (byte)'"', (byte)'{', (byte)'[', (byte)'0', (byte)'-', (byte)'9', (byte)'\\'];
    private readonly byte[][] _words = [.. target.Words()];

    /// <summary>The next input: a seed with one to eight pieces of damage.</summary>
    public byte[] Next()
    {
        byte[] input = Pick(seeds);
        int rounds = 1 << random.Next(4);
        for (int i = 0; i < rounds; i++)
        {
            input = Damage(input);
            if (input.Length > MaximumLength) input = input[..MaximumLength];
        }

        return input;
    }

    private byte[] Damage(byte[] input)
    {
        if (target.IsJson && random.Next(2) == 0) return JsonTokens.Damage(input, seeds, random);
        return random.Next(ByteKinds + (_words.Length > 0 ? 2 : 0)) switch
        {
            0 => Change(input, b => (byte)(b ^ (1 << random.Next(8)))),
            1 => Change(input, _ => (byte)random.Next(256)),
            2 => Change(input, _ => Interesting[random.Next(Interesting.Length)]),
            3 => Insert(input, RandomBytes(1 + random.Next(8))),
            4 => Remove(input),
            5 => Repeat(input),
            6 => Splice(input, Pick(seeds)),
            7 => input[..random.Next(input.Length + 1)],
            8 => Insert(input, Stretch()),
            9 => Insert(input, Pick(_words)),
            10 => Overwrite(input, Pick(_words)),
            _ => throw new UnreachableException(),
        };
    }

    private static byte[] Joined(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c) => [.. a, .. b, .. c];

    private byte[] Change(byte[] input, Func<byte, byte> change)
    {
        if (input.Length == 0) return RandomBytes(1);
        byte[] copy = [.. input];
        int at = random.Next(copy.Length);
        copy[at] = change(copy[at]);
        return copy;
    }

    private byte[] Insert(byte[] input, byte[] piece)
    {
        int at = random.Next(input.Length + 1);
        return Joined(input.AsSpan(0, at), piece, input.AsSpan(at));
    }

    private byte[] Overwrite(byte[] input, byte[] piece)
    {
        int at = random.Next(input.Length + 1);
        return Joined(input.AsSpan(0, at), piece, input.AsSpan(Math.Min(input.Length, at + piece.Length)));
    }

    private byte[] Remove(byte[] input)
    {
        (int start, int end) = Range(input.Length);
        return Joined(input.AsSpan(0, start), [], input.AsSpan(end));
    }

    private byte[] Repeat(byte[] input)
    {
        (int start, int end) = Range(input.Length);
        return Joined(input.AsSpan(0, end), input.AsSpan(start, end - start), input.AsSpan(end));
    }

    private byte[] Splice(byte[] first, byte[] second) =>
        Joined(first.AsSpan(0, random.Next(first.Length + 1)), second.AsSpan(random.Next(second.Length + 1)), []);

    // A long run of one byte: depth, digits, padding.
    private byte[] Stretch()
    {
        var run = new byte[1 << random.Next(13)];
        Array.Fill(run, Interesting[random.Next(Interesting.Length)]);
        return run;
    }

    private (int Start, int End) Range(int length)
    {
        int start = random.Next(length + 1);
        return (start, start + random.Next(Math.Min(length - start, 64) + 1));
    }

    private byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Pick(IReadOnlyList<byte[]> from) => from[random.Next(from.Count)];
}
