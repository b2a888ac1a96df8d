using System.Diagnostics.CodeAnalysis;
using GovID.Dids.Internal;

namespace GovID.Dids;

/// <summary>A DID with path, query and fragment, checked when it is made and immutable (DID Core 1.0, 3.2).</summary>
/// <remarks>Compared character by character, like the DID inside it.</remarks>
public sealed class DidUrl : IEquatable<DidUrl>
{
    /// <summary>How much longer than a DID a DID URL may be.</summary>
    public const int MaximumExtension = 4_096;

    private readonly string _text;

    private DidUrl(string text, Did did, string path, string? query, string? fragment)
    {
        _text = text;
        Did = did;
        Path = path;
        Query = query;
        Fragment = fragment;
    }

    /// <summary>The DID in front.</summary>
    public Did Did { get; }

    /// <summary>The path with its leading slash, or the empty text.</summary>
    public string Path { get; }

    /// <summary>The query without its question mark, or null when there is none.</summary>
    public string? Query { get; }

    /// <summary>The fragment without its number sign, or null when there is none.</summary>
    public string? Fragment { get; }

    /// <summary>The path's segments, percent-decoded; empty for no path. A segment that is not UTF-8 stays as written.</summary>
    public IReadOnlyList<string> PathSegments =>
        Path.Length == 0 ? [] : [.. Path[1..].Split('/').Select(segment => DidSyntax.Decode(segment) ?? segment)];

    /// <summary>Reads a DID URL; a plain DID is one too.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.Malformed"/> or <see cref="DidErrorCode.LimitExceeded"/>.</exception>
    public static DidUrl Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TryParse(text, out var url)) return url;
        throw text.Length > Did.MaximumLength + MaximumExtension
            ? new DidException(DidErrorCode.LimitExceeded, $"A DID URL has at most {Did.MaximumLength + MaximumExtension} characters; this one has {text.Length}.", "didUrl")
            : new DidException(DidErrorCode.Malformed, $"'{Excerpt.Of(text)}' is not a DID URL: write did:method:id, then /path, ?query, #fragment.", "didUrl");
    }

    /// <summary>Reads a DID URL; false for what <see cref="Parse"/> refuses.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DidUrl? url)
    {
        url = null;
        if (text is null || text.Length > Did.MaximumLength + MaximumExtension) return false;
        var end = text.AsSpan().IndexOfAny('/', '?', '#');
        if (end < 0) end = text.Length;
        return Did.TryParse(text[..end], out var did) && TrySplit(did, text.AsSpan(end), text, out url);
    }

    /// <summary>Reads an absolute DID URL, or a reference relative to <paramref name="subject"/> that begins with <c>/</c>, <c>?</c> or <c>#</c>.</summary>
    /// <returns>False when it is neither (DID Core 1.0, 3.2.2).</returns>
    public static bool TryResolve(Did subject, [NotNullWhen(true)] string? reference, [NotNullWhen(true)] out DidUrl? url)
    {
        ArgumentNullException.ThrowIfNull(subject);
        url = null;
        if (string.IsNullOrEmpty(reference)) return false;
        if (reference[0] is not ('/' or '?' or '#')) return TryParse(reference, out url);
        return reference.Length <= MaximumExtension && TrySplit(subject, reference, subject + reference, out url);
    }

    /// <summary>The value of a query parameter, percent-decoded; null when it is absent, stands there twice, or is not UTF-8.</summary>
    public string? FindParameter(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string? found = null;
        foreach (var pair in (Query ?? string.Empty).Split('&'))
        {
            var equal = pair.IndexOf('=', StringComparison.Ordinal);
            if (equal < 0 || DidSyntax.Decode(pair[..equal]) != name) continue;
            if (found is not null) return null;
            found = pair[(equal + 1)..];
        }

        return found is null ? null : DidSyntax.Decode(found);
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] DidUrl? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as DidUrl);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>The DID URL as it was written; a relative reference with its subject in front.</summary>
    public override string ToString() => _text;

    /// <summary>Compares character by character.</summary>
    public static bool operator ==(DidUrl? left, DidUrl? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares character by character.</summary>
    public static bool operator !=(DidUrl? left, DidUrl? right) => !(left == right);

    private static bool TrySplit(Did did, ReadOnlySpan<char> rest, string whole, [NotNullWhen(true)] out DidUrl? url)
    {
        url = null;
        var fragment = Cut(ref rest, '#');
        var query = Cut(ref rest, '?');
        if (rest.Length + (query?.Length ?? 0) + (fragment?.Length ?? 0) + 2 > MaximumExtension) return false;
        if (!DidSyntax.IsPath(rest) || !DidSyntax.IsQueryOrFragment(query) || !DidSyntax.IsQueryOrFragment(fragment)) return false;
        url = new DidUrl(whole, did, rest.ToString(), query, fragment);
        return true;
    }

    private static string? Cut(ref ReadOnlySpan<char> text, char mark)
    {
        var at = text.IndexOf(mark);
        if (at < 0) return null;
        var tail = text[(at + 1)..].ToString();
        text = text[..at];
        return tail;
    }
}
