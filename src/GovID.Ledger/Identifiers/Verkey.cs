using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.Cryptography.Keys;

namespace GovID.Ledger.Identifiers;

/// <summary>
/// An Ed25519 verification key as a NYM carries it: base58 of 32 bytes, or <c>~</c> and base58 of the last 16, which the DID completes;
/// a suffix such as <c>:ed25519</c> is kept (specification 1.4, 14.3).
/// </summary>
public readonly record struct Verkey
{
    private const int LongestText = 64;
    private const string OnlySuffix = "ed25519";
    private readonly string? _text;

    private Verkey(string text) => _text = text;

    /// <summary>Gets the text as submitted.</summary>
    public string Text => _text ?? throw new InvalidOperationException("This key was never set; make one by Parse.");

    /// <summary>Gets a value indicating whether only the last 16 bytes are written.</summary>
    public bool IsAbbreviated => Text[0] == '~';

    /// <summary>Writes a key in full.</summary>
    /// <param name="key">An Ed25519 key.</param>
    /// <returns>The text form.</returns>
    public static Verkey Of(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Type == KeyType.Ed25519
            ? new Verkey(Base58.Encode(key.Export()))
            : throw new ArgumentException("A verkey is an Ed25519 key.", nameof(key));
    }

    /// <summary>Writes a key short, for a DID that is its first 16 bytes.</summary>
    /// <param name="key">An Ed25519 key.</param>
    /// <returns>The text form.</returns>
    public static Verkey Abbreviate(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Type == KeyType.Ed25519
            ? new Verkey("~" + Base58.Encode(key.Export().AsSpan(16)))
            : throw new ArgumentException("A verkey is an Ed25519 key.", nameof(key));
    }

    /// <summary>Reads a key of either form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The member that held it, for the refusal.</param>
    /// <returns>The key.</returns>
    /// <exception cref="LedgerException">Not base58 of 32 bytes, nor <c>~</c> and base58 of 16 (<see cref="LedgerErrorCode.Malformed"/>).</exception>
    public static Verkey Parse(string text, string? field = null) => TryParse(text, out var verkey)
        ? verkey
        : throw new LedgerException(LedgerErrorCode.Malformed, "A verkey is base58 of 32 bytes, or '~' and base58 of 16 bytes.", field);

    /// <summary>Reads a key of either form; false where <see cref="Parse"/> refuses.</summary>
    /// <param name="text">The text.</param>
    /// <param name="verkey">The key.</param>
    /// <returns>Whether the text was read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Verkey verkey)
    {
        verkey = default;
        if (text is null || text.Length > LongestText)
            return false;

        var (key, suffix) = Split(text);
        var abbreviated = key.StartsWith('~');
        if (suffix is not (null or OnlySuffix)
            || !Base58.TryDecode(abbreviated ? key.AsSpan(1) : key, out var bytes)
            || bytes.Length != (abbreviated ? 16 : 32))
        {
            return false;
        }

        verkey = new Verkey(text);
        return true;
    }

    /// <summary>The identifier made of the first half of a key (NYM version 1 and older; specification 11.1).</summary>
    /// <param name="key">An Ed25519 key.</param>
    /// <returns>The identifier.</returns>
    public static LedgerDid LegacyDid(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return LedgerDid.FromBytes(key.Export().AsSpan(0, 16));
    }

    /// <summary>The identifier made of the first half of the key's SHA-256 (NYM version 2; specification 11.1).</summary>
    /// <param name="key">An Ed25519 key.</param>
    /// <returns>The identifier.</returns>
    public static LedgerDid SelfCertifyingDid(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return LedgerDid.FromBytes(Sha256.Hash(key.Export()).AsSpan(0, 16));
    }

    /// <summary>Gets the 32 bytes, completing an abbreviated key by its DID.</summary>
    /// <param name="did">The DID the key belongs to; an abbreviated key needs one of 16 bytes.</param>
    /// <returns>The key's bytes.</returns>
    /// <exception cref="LedgerException">The key is abbreviated and the DID has 32 bytes.</exception>
    public byte[] Expand(LedgerDid did)
    {
        var key = Split(Text).Key;
        if (!IsAbbreviated)
            return Base58.Decode(key);

        var half = did.ToBytes();
        return half.Length == 16
            ? [.. half, .. Base58.Decode(key.AsSpan(1))]
            : throw new LedgerException(LedgerErrorCode.Inconsistent, "An abbreviated verkey needs a DID of 16 bytes.", "verkey");
    }

    /// <summary>Gets the key itself, completing an abbreviated one by its DID; null when the bytes are no point of the curve.</summary>
    /// <param name="did">The DID the key belongs to.</param>
    /// <returns>The key, or null.</returns>
    public PublicKey? ToPublicKey(LedgerDid did)
    {
        if (IsAbbreviated && did.IsVerkey)
            return null;
        return PublicKey.TryImport(KeyType.Ed25519, Expand(did), out var key) ? key : null;
    }

    /// <summary>Gets the text as submitted.</summary>
    /// <returns>The text, empty for a value that was never set.</returns>
    public override string ToString() => _text ?? string.Empty;

    private static (string Key, string? Suffix) Split(string text)
    {
        var at = text.IndexOf(':', StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
