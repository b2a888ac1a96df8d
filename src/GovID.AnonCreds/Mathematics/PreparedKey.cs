using System.Numerics;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>A public key made ready for arithmetic. Immutable; one serves any number of threads.</summary>
internal sealed class PreparedKey
{
    private volatile KeyCorrectnessProof? _proved;

    public PreparedKey(PrimaryPublicKey key)
    {
        Key = key;
        Context = ModularContext.Create(key.N);
        AttributeNames = [.. key.R.Keys.Where(name => name != AttributeName.LinkSecret).Order(Utf8Order.Instance)];
    }

    public PrimaryPublicKey Key { get; }

    public ModularContext Context { get; }

    /// <summary>The normalised schema attributes, sorted; the link secret is not among them.</summary>
    public IReadOnlyList<string> AttributeNames { get; }

    public PowerTerm S(BigInteger exponent) => new(Key.S, exponent);

    public PowerTerm Z(BigInteger exponent) => new(Key.Z, exponent);

    public PowerTerm Rctxt(BigInteger exponent) => new(Key.Rctxt, exponent);

    public PowerTerm R(string name, BigInteger exponent) => new(Key.R[name], exponent);

    public SecretPowerTerm SSecret(SecretNumber exponent) => new(Key.S, exponent);

    public SecretPowerTerm ZSecret(SecretNumber exponent) => new(Key.Z, exponent);

    public SecretPowerTerm RctxtSecret(SecretNumber exponent) => new(Key.Rctxt, exponent);

    public SecretPowerTerm RSecret(string name, SecretNumber exponent) => new(Key.R[name], exponent);

    /// <summary>Checks the correctness proof; the one that held last is not computed again.</summary>
    /// <returns>Null when it holds, else what is wrong.</returns>
    public string? CheckCorrectness(KeyCorrectnessProof proof)
    {
        if (_proved is { } proved && KeyCorrectness.AreSame(proved, proof))
            return null;
        var wrong = KeyCorrectness.Check(this, proof);
        if (wrong is null)
            _proved = proof;
        return wrong;
    }

    /// <summary>1 &lt; value &lt; n and no factor shared with n.</summary>
    public bool IsUnit(BigInteger value) =>
        value > BigInteger.One && value < Key.N && BigInteger.GreatestCommonDivisor(value, Key.N).IsOne;
}
