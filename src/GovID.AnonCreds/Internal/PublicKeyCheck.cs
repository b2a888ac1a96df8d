using System.Numerics;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Internal;

/// <summary>What a public key must look like before anything is computed with it (specification 3.2, hardening).</summary>
internal static class PublicKeyCheck
{
    private const string Field = "$.value.primary";

    /// <summary>Refuses a key by its first fault.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.InvalidKey"/> with the field.</exception>
    public static void Require(PrimaryPublicKey key)
    {
        RequireModulus(key.N);
        RequireNames([.. key.R.Keys]);
        var seen = new HashSet<BigInteger>();
        foreach (var (name, value) in Members(key))
        {
            Require(value > BigInteger.One && value < key.N, name, "it must lie between 1 and n");
            Require(BigInteger.GreatestCommonDivisor(value, key.N).IsOne, name, "it shares a factor with n");
            Require(seen.Add(value), name, "it equals another base");
        }

        Require(BigNumber.Jacobi(key.S, key.N) == 1, "s", "it is no quadratic residue");
    }

    private static void RequireModulus(BigInteger n)
    {
        var bits = n.GetBitLength();
        Require(n.Sign > 0 && bits is >= Sizes.MinimumModulus and <= Sizes.MaximumModulus, "n", "it must have 2000 to 2112 bits");
        Require(!n.IsEven, "n", "it must be odd");
        Require(!SmallFactors.Divide(n), "n", "it has a small factor");
        Require(!PerfectPower.Is(n), "n", "it is a perfect power");
    }

    private static void RequireNames(string[] names)
    {
        var attributes = 0;
        foreach (var name in names)
        {
            Require(name.Length is > 0 and <= AttributeName.MaximumLength, "r", "a name has 1 to 256 characters");
            Require(AttributeName.Normalize(name) == name, $"r.{name}", "the name is not in normal form");
            attributes += name == AttributeName.LinkSecret ? 0 : 1;
        }

        Require(names.Contains(AttributeName.LinkSecret), "r", "the base of the link secret is missing");
        Require(attributes is > 0 and <= Schema.MaximumAttributes, "r", "there must be 1 to 125 attributes");
    }

    private static IEnumerable<(string Name, BigInteger Value)> Members(PrimaryPublicKey key) =>
        [("s", key.S), ("z", key.Z), ("rctxt", key.Rctxt), .. key.R.Select(pair => ($"r.{pair.Key}", pair.Value))];

    private static void Require(bool holds, string member, string wrong)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.InvalidKey, $"The public key is refused at {member}: {wrong}.", $"{Field}.{member}");
    }
}
