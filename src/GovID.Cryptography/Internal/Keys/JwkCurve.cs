using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>The names of a curve in a JWK and the length of its coordinates.</summary>
internal sealed record JwkCurve(KeyType Type, string KeyKind, string Name, int Length)
{
    private static readonly JwkCurve[] All =
    [
        new(KeyType.Ed25519, "OKP", "Ed25519", 32),
        new(KeyType.X25519, "OKP", "X25519", 32),
        new(KeyType.P256, "EC", "P-256", 32),
        new(KeyType.P384, "EC", "P-384", 48),
        new(KeyType.P521, "EC", "P-521", 66),
        new(KeyType.Secp256k1, "EC", "secp256k1", 32),
    ];

    public bool HasY => KeyKind == "EC";

    public static JwkCurve Of(KeyType type) => Array.Find(All, curve => curve.Type == type)!;

    public static JwkCurve? Find(string keyKind, string name) => Array.Find(All, curve => curve.KeyKind == keyKind && curve.Name == name);
}
