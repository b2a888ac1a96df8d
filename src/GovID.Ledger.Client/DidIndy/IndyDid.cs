using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using GovID.Dids;
using GovID.Ledger.Identifiers;

namespace GovID.Ledger.Client.DidIndy;

/// <summary>A did:indy: the network's namespace and the identifier on its ledger (specification 14.1).</summary>
public sealed record IndyDid
{
    /// <summary>The method's name.</summary>
    public const string Method = "indy";

    private const int ShortestId = 21;
    private const int LongestId = 22;
    private const int LongestNamespace = 128;
    private static readonly SearchValues<char> NamespaceCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-");

    private IndyDid(string networkNamespace, LedgerDid id)
    {
        Namespace = networkNamespace;
        Id = id;
    }

    /// <summary>Gets the network: one or two parts with a colon between, such as <c>sovrin:staging</c>.</summary>
    public string Namespace { get; }

    /// <summary>Gets the identifier on the ledger.</summary>
    public LedgerDid Id { get; }

    /// <summary>Puts a DID together.</summary>
    /// <param name="networkNamespace">The network: one or two parts with a colon between.</param>
    /// <param name="id">The identifier on the ledger, of 16 bytes.</param>
    /// <returns>The DID.</returns>
    /// <exception cref="LedgerClientException">A part has another form (<see cref="LedgerClientErrorCode.Malformed"/>).</exception>
    public static IndyDid Of(string networkNamespace, LedgerDid id)
    {
        ArgumentNullException.ThrowIfNull(networkNamespace);
        return Parse($"did:{Method}:{networkNamespace}:{id.Text}");
    }

    /// <summary>Reads a DID.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The DID.</returns>
    /// <exception cref="LedgerClientException">The text has another form (<see cref="LedgerClientErrorCode.Malformed"/>).</exception>
    public static IndyDid Parse(string text) => TryParse(text, out var did)
        ? did
        : throw new LedgerClientException(LedgerClientErrorCode.Malformed, "A did:indy is 'did:indy:<network>[:<subnetwork>]:<base58 of 16 bytes>'.", "did");

    /// <summary>Reads a DID; false where <see cref="Parse"/> refuses.</summary>
    /// <param name="text">The text.</param>
    /// <param name="did">The DID.</param>
    /// <returns>Whether the text was read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out IndyDid? did)
    {
        did = null;
        return Did.TryParse(text, out var parsed) && TryRead(parsed, out did);
    }

    /// <summary>Gets the same as a DID of any method.</summary>
    /// <returns>The DID.</returns>
    public Did ToDid() => Did.Parse(ToString());

    /// <summary>Writes the DID.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"did:{Method}:{Namespace}:{Id}";

    internal static bool TryRead(Did parsed, [NotNullWhen(true)] out IndyDid? did)
    {
        did = null;
        var parts = parsed.MethodSpecificId.Split(':');
        if (parsed.Method != Method || parts.Length is not (2 or 3))
            return false;

        var id = parts[^1];
        var network = string.Join(':', parts[..^1]);
        if (network.Length > LongestNamespace || parts[..^1].Any(part => part.Length == 0 || part.AsSpan().ContainsAnyExcept(NamespaceCharacters)))
            return false;
        if (id.Length is < ShortestId or > LongestId || !LedgerDid.TryParse(id, out var ledgerDid) || ledgerDid.IsVerkey)
            return false;

        did = new IndyDid(network, ledgerDid);
        return true;
    }
}
