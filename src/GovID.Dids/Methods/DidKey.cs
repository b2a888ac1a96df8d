using System.Diagnostics.CodeAnalysis;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Internal;

namespace GovID.Dids.Methods;

/// <summary>did:key: the DID is the key (did:key 0.9).</summary>
public static class DidKey
{
    /// <summary>The method's name.</summary>
    public const string Method = "key";

    /// <summary>The DID of a key.</summary>
    public static Did Create(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Did.Parse($"did:{Method}:{key.ToMultikey()}");
    }

    /// <summary>The key of a did:key.</summary>
    /// <exception cref="DidException"><see cref="DidErrorCode.UnsupportedMethod"/>: another method;
    /// <see cref="DidErrorCode.UnsupportedKey"/>: not the canonical base58btc text of a key that is read here.</exception>
    public static PublicKey GetPublicKey(Did did)
    {
        ArgumentNullException.ThrowIfNull(did);
        if (did.Method != Method) throw new DidException(DidErrorCode.UnsupportedMethod, $"The DID is of method '{did.Method}', not of did:key.", "did");
        return KeyText.TryFromMultikey(did.MethodSpecificId, out var key)
            ? key
            : throw new DidException(
                DidErrorCode.UnsupportedKey,
                "The did:key is not the canonical base58btc text of an Ed25519, X25519, P-256, P-384, P-521 or secp256k1 key.",
                "did");
    }

    /// <summary>
    /// Reads a key as it stands in invitations, services and routing: did:key, did:key with its fragment, or base58 of an Ed25519 key.
    /// </summary>
    /// <returns>False for anything else, also when the fragment names another key than the DID.</returns>
    public static bool TryParseReference([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PublicKey? key)
    {
        key = null;
        if (text is null) return false;
        if (!text.StartsWith("did:", StringComparison.Ordinal))
            return Cryptography.Encodings.Base58.TryDecode(text, out var raw) && PublicKey.TryImport(KeyType.Ed25519, raw, out key);
        if (!DidUrl.TryParse(text, out var url) || url.Did.Method != Method) return false;
        if (url.Path.Length > 0 || url.Query is not null) return false;
        if (url.Fragment is { } fragment && fragment != url.Did.MethodSpecificId) return false;
        return KeyText.TryFromMultikey(url.Did.MethodSpecificId, out key);
    }

    /// <summary>The key as services and routing lists name it: <c>did:key:z…#z…</c>.</summary>
    public static string ToReference(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var text = key.ToMultikey();
        return $"did:{Method}:{text}#{text}";
    }

    /// <summary>The document of a did:key. An Ed25519 key brings its X25519 key for key agreement.</summary>
    /// <param name="did">The DID.</param>
    /// <param name="format">How keys are written; <see cref="VerificationKeyFormat.Deployed"/> is what agents in use write.</param>
    /// <exception cref="DidException">What <see cref="GetPublicKey"/> throws.</exception>
    public static DidDocument CreateDocument(Did did, VerificationKeyFormat format = VerificationKeyFormat.Deployed) =>
        KeyDocument.Create(did, GetPublicKey(did), format);
}
