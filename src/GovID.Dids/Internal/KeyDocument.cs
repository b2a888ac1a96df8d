using GovID.Cryptography.Keys;
using GovID.Dids.Documents;

namespace GovID.Dids.Internal;

/// <summary>The document of a DID that is a single key: did:key and did:peer:0.</summary>
internal static class KeyDocument
{
    private static readonly VerificationRelationship[] Signing =
    [
        VerificationRelationship.Authentication,
        VerificationRelationship.AssertionMethod,
        VerificationRelationship.CapabilityInvocation,
        VerificationRelationship.CapabilityDelegation,
    ];

    public static DidDocument Create(Did did, PublicKey key, VerificationKeyFormat format)
    {
        var builder = new DidDocumentBuilder(did);
        if (key.Type == KeyType.X25519)
        {
            Embed(builder, did, key, format);
            return builder.BuildUnchecked();
        }

        builder.AddKey("#" + key.ToMultikey(), key, format, [.. Signing, .. Agreeing(key.Type)]);
        if (key.Type == KeyType.Ed25519) Embed(builder, did, key.ToX25519(), format);
        return builder.BuildUnchecked();
    }

    // The NIST curves agree keys themselves; secp256k1 is used for signatures only.
    private static VerificationRelationship[] Agreeing(KeyType type) =>
        type is KeyType.P256 or KeyType.P384 or KeyType.P521 ? [VerificationRelationship.KeyAgreement] : [];

    private static void Embed(DidDocumentBuilder builder, Did did, PublicKey agreement, VerificationKeyFormat format)
    {
        var method = VerificationMethod.Create($"{did}#{agreement.ToMultikey()}", did.ToString(), agreement, format);
        builder.AddContext(KeyMaterial.ContextOf(method.Type)).AddEmbedded(VerificationRelationship.KeyAgreement, method);
    }
}
