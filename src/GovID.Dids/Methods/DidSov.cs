using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;

namespace GovID.Dids.Methods;

/// <summary>did:sov and the bare identifiers of old Indy agents: 16 bytes in base58 (Sovrin DID Method; aries RFC 0067).</summary>
/// <remarks>Resolving asks a ledger and is done elsewhere; here is what follows from the ledger's answer.</remarks>
public static class DidSov
{
    /// <summary>The method's name.</summary>
    public const string Method = "sov";

    /// <summary>The length of the identifier in bytes.</summary>
    public const int IdentifierLength = 16;

    private const int KeyLength = 32;

    /// <summary>The DID of a key that makes its own identifier: the first 16 bytes of an Ed25519 key.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.UnsupportedKey"/>: not an Ed25519 key.</exception>
    public static Did Create(PublicKey verkey)
    {
        ArgumentNullException.ThrowIfNull(verkey);
        if (verkey.Type != KeyType.Ed25519) throw new DidException(DidErrorCode.UnsupportedKey, "A did:sov is made from an Ed25519 key.", "verkey");
        return Did.Parse($"did:{Method}:{Base58.Encode(verkey.Export().AsSpan(0, IdentifierLength))}");
    }

    /// <summary>Reads <c>did:sov:…</c> or the bare identifier of old agents.</summary>
    /// <returns>False unless the identifier is base58 of exactly 16 bytes.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Did? did)
    {
        did = null;
        const string prefix = $"did:{Method}:";
        if (text is null || text.Length > prefix.Length + 22) return false;
        var id = text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
        if (!Base58.TryDecode(id, out var bytes) || bytes.Length != IdentifierLength) return false;
        return Did.TryParse(prefix + id, out did);
    }

    /// <summary>The full key of a DID whose key is written short: <c>~</c> and the second half, the first half being the identifier.</summary>
    /// <param name="did">The DID; its last part is the identifier (did:sov, did:indy).</param>
    /// <param name="verkey">The key as the ledger tells it, short or full.</param>
    /// <exception cref="DidException"><see cref="DidErrorCode.Malformed"/>: not such a key, or the identifier is not 16 bytes.</exception>
    public static PublicKey ExpandVerkey(Did did, string verkey)
    {
        ArgumentNullException.ThrowIfNull(did);
        ArgumentNullException.ThrowIfNull(verkey);
        var identifier = did.MethodSpecificId[(did.MethodSpecificId.LastIndexOf(':') + 1)..];
        byte[]? bytes;
        if (!verkey.StartsWith('~')) _ = Base58.TryDecode(verkey, out bytes);
        else if (Base58.TryDecode(identifier, out var first) && first.Length == IdentifierLength && Base58.TryDecode(verkey.AsSpan(1), out var second))
            bytes = [.. first, .. second];
        else bytes = null;

        return bytes is { Length: KeyLength } && PublicKey.TryImport(KeyType.Ed25519, bytes, out var key)
            ? key
            : throw new DidException(DidErrorCode.Malformed, "The verkey is not a whole Ed25519 key, nor '~' and the second half of one whose first half is the DID.", "verkey");
    }

    /// <summary>The document of a did:sov, as deployed agents build it from the key and the attribute <c>endpoint</c>.</summary>
    /// <param name="did">The DID.</param>
    /// <param name="verkey">The key the ledger names.</param>
    /// <param name="endpoint">The attribute, or null when there is none.</param>
    /// <exception cref="DidException"><see cref="DidErrorCode.UnsupportedMethod"/>: not a did:sov.</exception>
    public static DidDocument CreateDocument(Did did, PublicKey verkey, IndyEndpoint? endpoint)
    {
        ArgumentNullException.ThrowIfNull(did);
        ArgumentNullException.ThrowIfNull(verkey);
        if (did.Method != Method || !TryParse(did.ToString(), out _))
            throw new DidException(DidErrorCode.UnsupportedMethod, "The DID is not did:sov with an identifier of 16 bytes.", "did");
        var builder = new DidDocumentBuilder(did)
            .AddKey("#key-1", verkey, VerificationKeyFormat.Deployed, VerificationRelationship.Authentication, VerificationRelationship.AssertionMethod)
            .AddKey("#key-agreement-1", verkey.ToX25519(), VerificationKeyFormat.Deployed, VerificationRelationship.KeyAgreement);
        endpoint?.AddServices(builder, did, $"{did}#key-agreement-1");
        return builder.Build();
    }
}
