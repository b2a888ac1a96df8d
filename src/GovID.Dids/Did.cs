using System.Diagnostics.CodeAnalysis;
using GovID.Dids.Internal;

namespace GovID.Dids;

/// <summary>A decentralized identifier, checked when it is made and immutable (DID Core 1.0, 3.1).</summary>
/// <remarks>DIDs are compared character by character: nothing is normalised, percent signs included.</remarks>
public sealed class Did : IEquatable<Did>, IParsable<Did>
{
    /// <summary>The longest DID that is read; room for a did:peer:4 with a document of several services.</summary>
    public const int MaximumLength = 16_384;

    private readonly string _text;

    private Did(string text, int startOfId)
    {
        _text = text;
        Method = text[4..(startOfId - 1)];
        MethodSpecificId = text[startOfId..];
    }

    /// <summary>The method's name: <c>key</c> of <c>did:key:z6Mk…</c>.</summary>
    public string Method { get; }

    /// <summary>Everything behind the method's colon, as written.</summary>
    public string MethodSpecificId { get; }

    /// <summary>Reads a DID; a DID URL with path, query or fragment is refused.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.Malformed"/> or <see cref="DidErrorCode.LimitExceeded"/>.</exception>
    public static Did Parse(string text) => Parse(text, "did");

    /// <summary>Reads a DID; false for what <see cref="Parse(string)"/> refuses.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Did? did)
    {
        did = null;
        if (text is null || text.Length > MaximumLength) return false;
        if (DidSyntax.StartOfId(text) is not { } start) return false;
        if (!DidSyntax.IsMethodSpecificId(text.AsSpan(start))) return false;
        did = new Did(text, start);
        return true;
    }

    static Did IParsable<Did>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Did>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Did result) =>
        TryParse(s, out result);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] Did? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Did);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>The DID as it was written.</summary>
    public override string ToString() => _text;

    /// <summary>Compares character by character.</summary>
    public static bool operator ==(Did? left, Did? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares character by character.</summary>
    public static bool operator !=(Did? left, Did? right) => !(left == right);

    internal static Did Parse(string text, string field)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TryParse(text, out var did)) return did;
        throw text.Length > MaximumLength
            ? new DidException(DidErrorCode.LimitExceeded, $"A DID has at most {MaximumLength} characters; this one has {text.Length}.", field)
            : new DidException(DidErrorCode.Malformed, $"'{Excerpt.Of(text)}' is not a DID: write did:method:id without path, query or fragment.", field);
    }
}
