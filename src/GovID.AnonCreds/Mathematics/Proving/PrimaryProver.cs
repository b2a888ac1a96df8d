using System.Numerics;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Mathematics;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The holder's side of one primary sub-proof: the first move, then the responses (specification 7.2 to 7.4).</summary>
internal sealed class PrimaryProver : IDisposable
{
    private readonly PreparedKey _key;
    private readonly PrimarySignature _signature;
    private readonly Dictionary<string, BigInteger> _values;
    private readonly SubProofRequest _request;
    private readonly SecretNumber _linkSecret;
    private readonly SecretNumber _linkSecretMask;
    private readonly SubProofMasks _masks;
    private readonly List<PredicateProver> _predicates = [];
    private readonly List<BigInteger> _taus = [];
    private BigInteger _aPrime;

    public PrimaryProver(
        PreparedKey key, Credential credential, SubProofRequest request, (SecretNumber Secret, SecretNumber Mask) linkSecret, SubProofMasks? masks = null)
    {
        _key = key;
        _signature = credential.Signature.Primary;
        _values = credential.NormalValues().ToDictionary(pair => pair.Key, pair => Encoded(pair.Value), StringComparer.Ordinal);
        _request = request;
        (_linkSecret, _linkSecretMask) = linkSecret;
        var predicates = request.Predicates.Order().ToList();
        _masks = masks ?? SubProofMasks.Draw(Unrevealed(), predicates.Count);
        for (var i = 0; i < predicates.Count; i++)
            _predicates.Add(new PredicateProver(key, predicates[i], _values[predicates[i].AttributeName], _masks.Predicates[i]));
        Commit();
    }

    /// <summary>T, and tau 0 to 5 of each predicate.</summary>
    public IReadOnlyList<BigInteger> Taus => _taus;

    /// <summary>A', and T_0 to T_DELTA of each predicate.</summary>
    public IEnumerable<BigInteger> Commitments => _predicates.SelectMany(predicate => predicate.T).Prepend(_aPrime);

    /// <summary>The mask of the credential context, which a non-revocation proof uses too.</summary>
    public SecretNumber M2Tilde => _masks.M2Tilde;

    public PrimaryProof Respond(BigInteger challenge)
    {
        var equality = RespondEquality(challenge);
        return new PrimaryProof
        {
            Equality = equality,
            Predicates = [.. _predicates.Select(predicate => predicate.Respond(challenge, equality.M[predicate.Predicate.AttributeName]))],
        };
    }

    public void Dispose()
    {
        foreach (var predicate in _predicates)
            predicate.Dispose();
        _masks.Dispose();
    }

    private static BigInteger Encoded(AttributeValue value) => BigNumber.Parse(value.Encoded, Sizes.Challenge, "encoded");

    private IEnumerable<string> Unrevealed() => _key.AttributeNames.Where(name => !_request.Revealed.Contains(name));

    // A' = A · S^r,  T = A'^e~ · S^v~ · Rctxt^m2~ · Π R[a]^m~[a]
    private void Commit()
    {
        _aPrime = _key.Context.Multiply(_signature.A, _key.Context.MultiPowSecret(_key.SSecret(_masks.R)));
        List<SecretPowerTerm> terms =
        [
            new(_aPrime, _masks.ETilde),
            _key.SSecret(_masks.VTilde),
            _key.RctxtSecret(_masks.M2Tilde),
            _key.RSecret(AttributeName.LinkSecret, _linkSecretMask),
        ];
        terms.AddRange(_masks.MTilde.Select(pair => _key.RSecret(pair.Key, pair.Value)));
        _taus.Add(_key.Context.MultiPowSecret([.. terms]));
        foreach (var predicate in _predicates)
            _taus.AddRange(predicate.Commit(_masks.MTilde[predicate.Predicate.AttributeName]));
    }

    // e^ = c·(e − 2^596) + e~,  v^ = c·(v − e·r) + v~,  m2^ = c·m2 + m2~,  m^[a] = c·value(a) + m~[a]
    private EqualityProof RespondEquality(BigInteger challenge)
    {
        using var e = SecretNumber.From(_signature.E);
        using var v = SecretNumber.From(_signature.V);
        using var ePrime = SecretNumber.From(_signature.E - Sizes.ExponentOffset);
        using var vPrime = SecretArithmetic.SubtractProduct(v, e, _masks.R);
        using var m2 = SecretNumber.From(_signature.M2);
        var responses = new Dictionary<string, BigInteger>(StringComparer.Ordinal)
        {
            [AttributeName.LinkSecret] = SecretArithmetic.Respond(challenge, _linkSecret, _linkSecretMask),
        };
        foreach (var (name, mask) in _masks.MTilde)
        {
            using var value = SecretNumber.From(_values[name]);
            responses[name] = SecretArithmetic.Respond(challenge, value, mask);
        }

        return new EqualityProof
        {
            RevealedAttributes = _request.Revealed.ToDictionary(name => name, name => _values[name], StringComparer.Ordinal),
            APrime = _aPrime,
            E = SecretArithmetic.Respond(challenge, ePrime, _masks.ETilde),
            V = SecretArithmetic.Respond(challenge, vPrime, _masks.VTilde),
            M = responses,
            M2 = SecretArithmetic.Respond(challenge, m2, _masks.M2Tilde),
        };
    }
}
