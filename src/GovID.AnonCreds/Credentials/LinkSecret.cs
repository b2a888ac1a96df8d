using System.Globalization;
using System.Numerics;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Mathematics;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Credentials;

/// <summary>The secret that binds all credentials of one holder together (specification 4.1). Prints nothing; wiped when disposed of.</summary>
public sealed class LinkSecret : IDisposable
{
    private LinkSecret(SecretNumber value) => Value = value;

    internal SecretNumber Value { get; }

    /// <summary>Draws a new link secret of 256 bits.</summary>
    public static LinkSecret Create()
    {
        while (true)
        {
            var value = SecretNumber.Random(Sizes.LinkSecret);
            if (!value.Reveal().IsZero)
                return new LinkSecret(value);
            value.Dispose();
        }
    }

    /// <summary>Reads the decimal text of a link secret; the text stays the caller's to wipe.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Malformed"/>: not a decimal number, zero, or more than 256 bits.</exception>
    public static LinkSecret Parse(ReadOnlySpan<char> text) =>
        DecimalConverter.TryParse(text, out var value) && value.Sign > 0 && value.GetBitLength() <= Sizes.LinkSecret
            ? Of(value)
            : throw new AnonCredsException(AnonCredsErrorCode.Malformed, "A link secret is a decimal number of at most 256 bits, not zero.");

    /// <summary>The decimal text, for safekeeping only.</summary>
    /// <exception cref="ObjectDisposedException">The secret was disposed of.</exception>
    public string Export() => Value.Reveal().ToString(CultureInfo.InvariantCulture);

    /// <summary>Overwrites the secret.</summary>
    public void Dispose() => Value.Dispose();

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";

    /// <summary>For recorded material, whose secrets may be zero.</summary>
    internal static LinkSecret Of(BigInteger value) => new(SecretNumber.From(value));
}
