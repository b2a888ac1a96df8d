using System.Globalization;
using System.Numerics;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal.Fields;

/// <summary>Rules of members that are base58 texts: identifiers, keys, signatures, roots.</summary>
internal static class KeyRules
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int ShownCharacters = 10;
    private const int SignatureLimit = 512;
    private const int MeasuredLength = 1024;

    /// <summary>An identifier: 16 or 32 bytes.</summary>
    public static FieldRule Identifier { get; } = Base58Of(16, 32);

    /// <summary>A verification key, full or abbreviated.</summary>
    public static FieldRule Verkey { get; } = FieldRule.Of<LedgerText>("str", text => JudgeVerkey(text.Value));

    /// <summary>A key or proof of the multi-signature scheme.</summary>
    public static FieldRule Bls { get; } = Base58Of(128);

    /// <summary>A root of the Merkle tree.</summary>
    public static FieldRule Root { get; } = Base58Of(32);

    /// <summary>A signature; its base58 form is judged when it is verified. Null counts as absent.</summary>
    public static FieldRule Signature { get; } = FieldRule.Of(value => value switch
    {
        LedgerNull => null,
        LedgerText { Value.Length: 0 } => "signature can not be empty",
        LedgerText text => TextRules.TooLong(text.Value, SignatureLimit),
        _ => FieldRule.WrongKind("str, NoneType", value),
    });

    /// <summary>Signatures by signer.</summary>
    public static FieldRule Signatures { get; } = FieldRule.Of<LedgerMap>("dict", JudgeSignatures).OrNull();

    private static FieldRule Base58Of(params int[] lengths) => FieldRule.Of<LedgerText>("str", text => JudgeBase58(text.Value, lengths));

    private static string? JudgeSignatures(LedgerMap signatures)
    {
        foreach (var (signer, signature) in signatures)
        {
            var fault = Identifier.Check(new LedgerText(signer)) ?? Signature.Check(signature);
            if (fault is { } found)
                return found.Text;
        }

        return null;
    }

    private static string? JudgeVerkey(string verkey)
    {
        var abbreviated = verkey.StartsWith('~') ? JudgeBase58(verkey[1..], [16]) : "should start with a ~";
        if (abbreviated is null || JudgeBase58(verkey, [32]) is not { } full)
            return null;
        return $"Neither a full verkey nor an abbreviated one. One of these errors should be resolved:\n {abbreviated}\n{full}";
    }

    private static string? JudgeBase58(string text, int[] lengths)
    {
        var foreign = text.EnumerateRunes()
            .Where(rune => !rune.IsAscii || !Alphabet.Contains((char)rune.Value, StringComparison.Ordinal))
            .Distinct().Order().Select(rune => rune.ToString()).ToArray();
        if (foreign.Length > 0)
        {
            var shown = string.Join(", ", foreign.Take(ShownCharacters).Select(ReasonValues.Quoted));
            return $"should not contain the following chars [{shown}]{(foreign.Length > ShownCharacters ? " (truncated)" : string.Empty)}";
        }

        var length = DecodedLength(text);
        if (lengths.Contains(length))
            return null;
        var expected = lengths is [var only]
            ? only.ToString(CultureInfo.InvariantCulture)
            : $"one of [{string.Join(", ", lengths.Select(one => one.ToString(CultureInfo.InvariantCulture)))}]";
        return string.Create(CultureInfo.InvariantCulture, $"b58 decoded value length {length} should be {expected}");
    }

    // Decoding costs the square of the length; nothing that long is a key, so its length is only estimated.
    private static int DecodedLength(string text)
    {
        if (text.Length <= MeasuredLength)
            return Base58.Decode(text).Length;
        var zeros = text.TakeWhile(letter => letter == '1').Count();
        return zeros + (int)(((BigInteger)(text.Length - zeros) * 7322) / 10_000);
    }
}
