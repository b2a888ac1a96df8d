using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.Cryptography;

namespace GovID.AnonCreds.Presentations;

/// <summary>
/// A number used once, as decimal text (specification 4.2). Equality is that of the text: leading zeros stay in it, though the integer that
/// enters a transcript does not know them.
/// </summary>
[JsonConverter(typeof(NonceConverter))]
public sealed record Nonce
{
    /// <summary>Bits of the nonces made here.</summary>
    public const int Bits = 80;

    /// <summary>Bits of the largest nonce that is read.</summary>
    public const int MaximumBits = 256;

    private const int MaximumDigits = 128;

    private Nonce(string text, BigInteger value)
    {
        Text = text;
        Value = value;
    }

    /// <summary>The decimal text as given.</summary>
    public string Text { get; }

    /// <summary>The integer that enters transcripts; never zero.</summary>
    internal BigInteger Value { get; }

    /// <summary>Makes a fresh nonce of 80 random bits, never zero.</summary>
    public static Nonce Create()
    {
        while (true)
        {
            var value = new BigInteger(RandomBytes.Get(Bits / 8), isUnsigned: true, isBigEndian: true);
            if (!value.IsZero)
                return new Nonce(value.ToString(CultureInfo.InvariantCulture), value);
        }
    }

    /// <summary>Reads a nonce: ASCII digits, not zero, at most 256 bits.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Malformed"/> for anything else.</exception>
    public static Nonce Parse(string text) => TryParse(text, out var nonce)
        ? nonce
        : throw new AnonCredsException(AnonCredsErrorCode.Malformed, "A nonce is a decimal number of at most 256 bits, not zero.", "nonce");

    /// <summary>Reads a nonce; false for anything but ASCII digits, for zero, and for more than 256 bits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Nonce? nonce)
    {
        nonce = null;
        if (string.IsNullOrEmpty(text) || text.Length > MaximumDigits || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;
        nonce = Of(text, BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        return nonce is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static Nonce? Of(string? text, BigInteger value) =>
        value.IsZero || value.GetBitLength() > MaximumBits
            ? null
            : new Nonce(text ?? value.ToString(CultureInfo.InvariantCulture), value);
}

/// <summary>A nonce is a text of digits, an integer below 2^64, or the bytes of a big-endian integer (specification 4.2).</summary>
internal sealed class NonceConverter : JsonConverter<Nonce>
{
    private const int MaximumBytes = 64;

    public override Nonce Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var nonce = reader.TokenType switch
        {
            JsonTokenType.String => Nonce.TryParse(reader.GetString(), out var parsed) ? parsed : null,
            JsonTokenType.Number => reader.TryGetUInt64(out var number) ? Nonce.Of(null, number) : null,
            JsonTokenType.StartArray => Nonce.Of(null, Bytes(ref reader)),
            _ => null,
        };
        return nonce ?? throw new JsonException("a nonce is a decimal number of at most 256 bits, not zero");
    }

    public override void Write(Utf8JsonWriter writer, Nonce value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);

    private static BigInteger Bytes(ref Utf8JsonReader reader)
    {
        var value = BigInteger.Zero;
        for (var count = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            if (count == MaximumBytes || reader.TokenType != JsonTokenType.Number || !reader.TryGetByte(out var next))
                throw new JsonException("the items of a nonce are bytes, at most 64 of them");
            value = (value << 8) | next;
        }

        return value;
    }
}
