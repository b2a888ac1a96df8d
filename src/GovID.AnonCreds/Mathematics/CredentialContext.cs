using System.Globalization;
using System.Numerics;
using System.Text;
using GovID.Cryptography.Hashing;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The credential context m2 (specification 6.1).</summary>
internal static class CredentialContext
{
    private const string NotRevocable = "-1";

    /// <summary>m2 = H(a, b), a and b the digests of identifier and index read as little-endian integers.</summary>
    /// <param name="identifier">Entropy, else the holder's DID.</param>
    /// <param name="index">The revocation index; null when the credential cannot be revoked.</param>
    public static BigInteger Compute(string identifier, int? index) =>
        new Transcript()
            .Append(LittleEndian(identifier))
            .Append(LittleEndian(index?.ToString(CultureInfo.InvariantCulture) ?? NotRevocable))
            .Challenge();

    private static BigInteger LittleEndian(string text) =>
        new(Sha256.Hash(Encoding.UTF8.GetBytes(text)), isUnsigned: true, isBigEndian: false);
}
