using System.Numerics;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>A public key made ready for arithmetic. Immutable; one serves any number of threads.</summary>
internal sealed class PreparedKey
{
    private const int KiB = 1024;

    private readonly TableShare _share;
    private readonly TabledNumber _s;
    private readonly TabledNumber _z;
    private readonly TabledNumber _rctxt;
    private readonly Dictionary<string, TabledNumber> _r;
    private readonly Lazy<TabledNumber?> _sInverse;
    private readonly Lazy<TabledNumber?> _zInverse;
    private volatile KeyCorrectnessProof? _proved;

    public PreparedKey(PrimaryPublicKey key, TableMemory? memory = null)
    {
        Key = key;
        Context = ModularContext.Create(key.N);
        AttributeNames = [.. key.R.Keys.Where(name => name != AttributeName.LinkSecret).Order(Utf8Order.Instance)];
        _share = new TableShare(memory ?? new TableMemory(PreparedKeyCache.UsualTableBytes));

        // The exponents of every step: responses of the verifier, then blinding factors and masks of the holder.
        TableSize shortOpen = new(Sizes.MTilde + 8, 64 * KiB), shortSecret = new(Sizes.RequestMTilde, 64 * KiB);
        _s = new TabledNumber(
            Context, key.S, _share, LongOpen, new(Sizes.VPrime, 256 * KiB), new(Sizes.RTilde, 256 * KiB), new(Sizes.VTilde, 384 * KiB));
        _z = new TabledNumber(Context, key.Z, _share, shortOpen, new(64, 16 * KiB), shortSecret, new(Sizes.MTilde + 72, 64 * KiB));
        _rctxt = new TabledNumber(Context, key.Rctxt, _share, new(Sizes.M2Tilde + 8, 256 * KiB), new TableSize(Sizes.M2Tilde, 256 * KiB));
        _r = key.R.ToDictionary(
            pair => pair.Key, pair => new TabledNumber(Context, pair.Value, _share, shortOpen, shortSecret), StringComparer.Ordinal);
        _sInverse = new Lazy<TabledNumber?>(() => Inverse(key.S, LongOpen));
        _zInverse = new Lazy<TabledNumber?>(() => Inverse(key.Z, shortOpen));
    }

    public PrimaryPublicKey Key { get; }

    public ModularContext Context { get; }

    /// <summary>The normalised schema attributes, sorted; the link secret is not among them.</summary>
    public IReadOnlyList<string> AttributeNames { get; }

    private static TableSize LongOpen => new(Sizes.VTilde + 12, 384 * KiB);

    /// <summary>S to a power; a negative one is a power of the inverse that is kept, and costs no inversion.</summary>
    public PowerTerm S(BigInteger exponent) => Signed(_s, _sInverse, exponent);

    /// <summary>Z to a power of either sign, as for S.</summary>
    public PowerTerm Z(BigInteger exponent) => Signed(_z, _zInverse, exponent);

    public PowerTerm Rctxt(BigInteger exponent) => _rctxt.Pow(exponent);

    public PowerTerm R(string name, BigInteger exponent) => _r[name].Pow(exponent);

    public SecretPowerTerm SSecret(SecretNumber exponent) => _s.PowSecret(exponent);

    public SecretPowerTerm ZSecret(SecretNumber exponent) => _z.PowSecret(exponent);

    public SecretPowerTerm RctxtSecret(SecretNumber exponent) => _rctxt.PowSecret(exponent);

    public SecretPowerTerm RSecret(string name, SecretNumber exponent) => _r[name].PowSecret(exponent);

    /// <summary>Gives back the memory of its tables, when the key is no longer kept.</summary>
    public void EndTables() => _share.End();

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
    public bool IsUnit(BigInteger value) => AreUnits(value);

    /// <summary>Whether each is a unit, for one greatest common divisor.</summary>
    public bool AreUnits(params IReadOnlyList<BigInteger> values)
    {
        var product = BigInteger.One;
        foreach (var value in values)
        {
            if (value <= BigInteger.One || value >= Key.N)
                return false;
            product = product.IsOne ? value : Context.Multiply(product, value);
        }

        return BigInteger.GreatestCommonDivisor(product, Key.N).IsOne;
    }

    private static PowerTerm Signed(TabledNumber value, Lazy<TabledNumber?> inverse, BigInteger exponent) =>
        exponent.Sign < 0 && inverse.Value is { } kept ? kept.Pow(-exponent) : value.Pow(exponent);

    private TabledNumber? Inverse(BigInteger value, TableSize size) =>
        Context.TryInverse(value, out var inverse) ? new TabledNumber(Context, inverse, _share, size) : null;
}
