using System.Diagnostics.CodeAnalysis;
using GovID.Dids;

namespace GovID.Ledger.Client.DidIndy;

/// <summary>A did:indy with path, query and fragment (specification 14.1, 14.2).</summary>
public sealed record IndyDidUrl
{
    private IndyDidUrl(IndyDid did, DidUrl url, IndyQuery query)
    {
        Did = did;
        Path = url.Path;
        Fragment = url.Fragment;
        Query = query;
        Object = IndyObject.TryRead(url.PathSegments, out var named) ? named : null;
    }

    /// <summary>Gets the DID in front.</summary>
    public IndyDid Did { get; }

    /// <summary>Gets the path with its leading slash as written, or the empty text.</summary>
    public string Path { get; }

    /// <summary>Gets the object of the ledger that the path names; null without path, or when it names none that is known.</summary>
    public IndyObject? Object { get; }

    /// <summary>Gets the parameters.</summary>
    public IndyQuery Query { get; }

    /// <summary>Gets the fragment without its number sign, or null.</summary>
    public string? Fragment { get; }

    /// <summary>Reads a DID URL; a plain DID is one too.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The DID URL.</returns>
    /// <exception cref="LedgerClientException">The text is no DID URL of this method, or a parameter is unknown or stands there twice.</exception>
    public static IndyDidUrl Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!DidUrl.TryParse(text, out var url))
            throw new LedgerClientException(LedgerClientErrorCode.Malformed, "The text is not a DID URL.", "didUrl");
        return IndyDid.TryRead(url.Did, out var did)
            ? new IndyDidUrl(did, url, IndyQuery.Parse(url.Query))
            : throw new LedgerClientException(
                LedgerClientErrorCode.Malformed, "A did:indy is 'did:indy:<network>[:<subnetwork>]:<base58 of 16 bytes>'.", "did");
    }

    /// <summary>Reads a DID URL; false where <see cref="Parse"/> refuses.</summary>
    /// <param name="text">The text.</param>
    /// <param name="url">The DID URL.</param>
    /// <returns>Whether the text was read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out IndyDidUrl? url)
    {
        try
        {
            url = text is null ? null : Parse(text);
            return url is not null;
        }
        catch (LedgerClientException)
        {
            url = null;
            return false;
        }
    }

    /// <summary>Writes the DID URL.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Did}{Path}{Query}{(Fragment is null ? string.Empty : "#" + Fragment)}";
}
