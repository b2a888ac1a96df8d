using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Encodings;

namespace GovID.Ledger.Identifiers;

/// <summary>
/// The identifier of an author or object owner: base58 of 16 bytes, or of the 32 bytes of a verification key (specification 1.4).
/// </summary>
public readonly record struct LedgerDid
{
    private const int LongestText = 44;
    private const string SovPrefix = "did:sov:";
    private readonly string? _text;

    private LedgerDid(string text) => _text = text;

    /// <summary>Gets the author that queries carry when nobody asks in particular (specification 6.1).</summary>
    public static LedgerDid Anonymous { get; } = Parse("LibindyDid111111111111");

    /// <summary>Gets the base58 text without any prefix.</summary>
    public string Text => _text ?? throw new InvalidOperationException("This identifier was never set; make one by Parse.");

    /// <summary>Gets a value indicating whether the identifier is itself a full verification key of 32 bytes.</summary>
    public bool IsVerkey => ToBytes().Length == 32;

    /// <summary>Makes the identifier of 16 bytes, or of a 32-byte verification key.</summary>
    /// <param name="bytes">16 or 32 bytes.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="ArgumentException">There are more or fewer bytes.</exception>
    public static LedgerDid FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length is 16 or 32
        ? new LedgerDid(Base58.Encode(bytes))
        : throw new ArgumentException("A ledger identifier has 16 or 32 bytes.", nameof(bytes));

    /// <summary>Reads an identifier; the prefix <c>did:sov:</c> is taken off (specification 6.5).</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The member that held it, for the refusal.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="LedgerException">Not base58 of 16 or 32 bytes (<see cref="LedgerErrorCode.Malformed"/>).</exception>
    public static LedgerDid Parse(string text, string? field = null) => TryParse(text, out var did)
        ? did
        : throw new LedgerException(LedgerErrorCode.Malformed, "A DID is base58 of 16 or 32 bytes, with or without 'did:sov:' in front.", field);

    /// <summary>Reads an identifier; false where <see cref="Parse"/> refuses.</summary>
    /// <param name="text">The text.</param>
    /// <param name="did">The identifier.</param>
    /// <returns>Whether the text was read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out LedgerDid did)
    {
        did = default;
        if (text is null)
            return false;

        var plain = text.StartsWith(SovPrefix, StringComparison.Ordinal) ? text[SovPrefix.Length..] : text;
        Span<byte> bytes = stackalloc byte[LongestText];
        if (plain.Length > LongestText || !Base58.TryDecode(plain, bytes, out var length) || length is not (16 or 32))
            return false;

        did = new LedgerDid(plain);
        return true;
    }

    /// <summary>Gets the 16 or 32 bytes.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToBytes() => Base58.Decode(Text);

    /// <summary>Gets the base58 text.</summary>
    /// <returns>The text, empty for a value that was never set.</returns>
    public override string ToString() => _text ?? string.Empty;
}
