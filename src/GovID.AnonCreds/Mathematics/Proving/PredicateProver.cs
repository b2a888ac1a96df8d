using System.Buffers.Binary;
using System.Numerics;
using GovID.AnonCreds.Presentations;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The holder's side of one predicate (specification 7.3, 7.4).</summary>
internal sealed class PredicateProver : IDisposable
{
    private const int Delta = 4;

    private readonly PreparedKey _key;
    private readonly PredicateMasks _masks;
    private readonly SecretNumber[] _u;
    private readonly SecretNumber _delta;
    private readonly BigInteger[] _t = new BigInteger[Delta + 1];

    /// <summary>Prepares a proof.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.CannotPresent"/>: the predicate does not hold.</exception>
    public PredicateProver(PreparedKey key, Predicate predicate, BigInteger value, PredicateMasks masks)
    {
        if (!IsMet(predicate, value))
            throw Unmet();
        var delta = (long)PredicateBounds.Delta(predicate, value);
        Predicate = predicate;
        (_key, _masks) = (key, masks);
        _delta = Fixed(delta);
        _u = masks.U ?? Roots(delta);
    }

    public Predicate Predicate { get; }

    /// <summary>T_0 to T_3 and T_DELTA.</summary>
    public IReadOnlyList<BigInteger> T => _t;

    /// <summary>Whether the value is a 32-bit integer, hence no digest of a text, and satisfies the predicate.</summary>
    public static bool IsMet(Predicate predicate, BigInteger value) =>
        value >= int.MinValue && value <= int.MaxValue && PredicateBounds.Delta(predicate, value).Sign >= 0;

    public static AnonCredsException Unmet() => new(
        AnonCredsErrorCode.CannotPresent, "The credential does not satisfy a predicate of the request; choose another one.", "requested_predicates");

    /// <summary>Commits to the roots and the difference.</summary>
    /// <returns>tau_0 to tau_5.</returns>
    public IEnumerable<BigInteger> Commit(SecretNumber attributeMask)
    {
        var context = _key.Context;
        for (var i = 0; i < Delta; i++)
            _t[i] = context.MultiPowSecret(_key.ZSecret(_u[i]), _key.SSecret(_masks.R[i]));
        _t[Delta] = context.MultiPowSecret(_key.ZSecret(_delta), _key.SSecret(_masks.R[Delta]));
        var taus = new List<BigInteger>(Delta + 2);
        for (var i = 0; i < Delta; i++)
            taus.Add(context.MultiPowSecret(_key.ZSecret(_masks.UTilde[i]), _key.SSecret(_masks.RTilde[i])));

        // tau_4 = Z^m~ · S^(±r~_D), minus where the attribute is bounded from above
        using var negated = PredicateBounds.IsLess(Predicate) ? SecretArithmetic.Negate(_masks.RTilde[Delta]) : null;
        taus.Add(context.MultiPowSecret(_key.ZSecret(attributeMask), _key.SSecret(negated ?? _masks.RTilde[Delta])));
        taus.Add(Squares());
        return taus;
    }

    // tau_5 = S^alpha~ · Π T_i^u~_i = S^(alpha~ + Σ r_i·u~_i) · Z^(Σ u_i·u~_i), which needs no powers but of S and Z
    private BigInteger Squares()
    {
        using var s = AddProducts(_masks.AlphaTilde, _masks.R);
        using var zero = SecretNumber.From(BigInteger.Zero);
        using var z = AddProducts(zero, _u);
        return _key.Context.MultiPowSecret(_key.SSecret(s), _key.ZSecret(z));
    }

    /// <summary>first + Σ factors_i · u~_i.</summary>
    private SecretNumber AddProducts(SecretNumber first, SecretNumber[] factors)
    {
        var sum = first.Copy();
        for (var i = 0; i < Delta; i++)
        {
            using var product = factors[i].Multiply(_masks.UTilde[i]);
            var next = sum.Add(product);
            sum.Dispose();
            sum = next;
        }

        return sum;
    }

    // u^ = c·u + u~,  r^ = c·r + r~,  alpha^ = c·(r_D − Σ u_i·r_i) + alpha~
    public PredicateProof Respond(BigInteger challenge, BigInteger attributeResponse)
    {
        var u = new BigInteger[Delta];
        var r = new BigInteger[Delta + 1];
        for (var i = 0; i < Delta; i++)
            u[i] = SecretArithmetic.Respond(challenge, _u[i], _masks.UTilde[i]);
        for (var i = 0; i <= Delta; i++)
            r[i] = SecretArithmetic.Respond(challenge, _masks.R[i], _masks.RTilde[i]);
        using var closing = Closing();
        return new PredicateProof
        {
            U = FourNumbers.Of(u),
            R = FiveNumbers.Of(r),
            Mj = attributeResponse,
            Alpha = SecretArithmetic.Respond(challenge, closing, _masks.AlphaTilde),
            T = FiveNumbers.Of(_t),
            Predicate = Predicate,
        };
    }

    public void Dispose()
    {
        _delta.Dispose();
        foreach (var root in _u)
            root.Dispose();
    }

    private SecretNumber Closing()
    {
        var rest = _masks.R[Delta].Copy();
        for (var i = 0; i < Delta; i++)
        {
            var next = SecretArithmetic.SubtractProduct(rest, _u[i], _masks.R[i]);
            rest.Dispose();
            rest = next;
        }

        return rest;
    }

    private static SecretNumber[] Roots(long delta)
    {
        var (first, second, third, fourth) = FourSquares.Find(delta);
        return [Fixed(first), Fixed(second), Fixed(third), Fixed(fourth)];
    }

    /// <summary>A small number whose declared length says nothing about it.</summary>
    private static SecretNumber Fixed(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        var secret = SecretNumber.FromBigEndian(bytes);
        bytes.Clear();
        return secret;
    }
}
