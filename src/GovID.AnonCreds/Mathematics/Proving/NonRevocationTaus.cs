using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Presentations;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Mathematics;

/// <summary>The eight values of specification 10.8: calc(X; m2), and expected().</summary>
internal sealed record NonRevocationTaus(
    RevocationPublicKey Key, G2Point Accumulator, NonRevocationCommitments C, NonRevocationResponses X, Scalar M2)
{
    /// <summary>tau_k^ = expected_k^(−c) ∘ calc_k(X^; m2^), as transcript bytes.</summary>
    public IEnumerable<byte[]> Verified(Gt z, Scalar challenge)
    {
        var c = -challenge;
        yield return G1((Key.H, X.Rho), (Key.HTilde, X.O), (C.E, c));
        yield return G1((C.E, X.C), (Key.H, -X.M), (Key.HTilde, -X.T));
        yield return Tau3(c).ToBytes();
        yield return Tau4(z, c).ToBytes();
        yield return G1((Key.G, X.R), (Key.HTilde, X.OPrime), (C.D, c));
        yield return G1((C.D, X.RPrimePrime), (Key.G, -X.MPrime), (Key.HTilde, -X.TPrime));
        yield return Tau7(c).ToBytes();
        yield return Tau8(c).ToBytes();
    }

    /// <summary>calc_k(X~; m2~) for secret masks, as transcript bytes.</summary>
    public IEnumerable<byte[]> Masked()
    {
        yield return Product((Key.H, X.Rho), (Key.HTilde, X.O)).ToBytes();
        yield return Product((C.E, X.C), (Key.H, -X.M), (Key.HTilde, -X.T)).ToBytes();
        yield return Pairing.Product(
            (Product((C.A, X.C), (Key.HTilde, X.R - X.M), (Key.H1, -M2), (Key.H2, -X.S)), Key.HCap),
            (Product((Key.HTilde, -X.Rho)), Key.Y)).ToBytes();
        yield return Pairing.Product((Product((Key.HTilde, X.R)), Accumulator), (Product((Key.G, -X.RPrime)), Key.HCap)).ToBytes();
        yield return Product((Key.G, X.R), (Key.HTilde, X.OPrime)).ToBytes();
        yield return Product((C.D, X.RPrimePrime), (Key.G, -X.MPrime), (Key.HTilde, -X.TPrime)).ToBytes();
        yield return Pairing.Product(
            (Product((Key.Pk + C.G, X.RPrimePrime), (Key.HTilde, -X.MPrime)), Key.HCap), (Product((Key.HTilde, X.R)), C.S)).ToBytes();
        yield return Pairing.Product((Product((Key.HTilde, X.R)), Key.U), (Product((Key.G, -X.RPrimePrimePrime)), Key.HCap)).ToBytes();
    }

    // e(A·c + htilde·(r − m) − h1·m2 − h2·s, h_cap) · e(−(htilde·rho), y); expected e(h0 + G, h_cap) · e(−A, y)
    private Gt Tau3(Scalar c) => Pairing.Product(
        (Sum((C.A, X.C), (Key.HTilde, X.R - X.M), (Key.H1, -M2), (Key.H2, -X.S), (Key.H0, c), (C.G, c)), Key.HCap),
        (Sum((Key.HTilde, -X.Rho), (C.A, -c)), Key.Y));

    // e(htilde·r, acc) · e(−(g·r'), h_cap); expected e(G, acc) · e(−g, W) · z^(−1)
    private Gt Tau4(Gt z, Scalar c) => z.PowerPublic(-c) * Pairing.Product(
        (Sum((Key.HTilde, X.R), (C.G, c)), Accumulator),
        (Sum((Key.G, -X.RPrime)), Key.HCap),
        (Sum((Key.G, -c)), C.W));

    // e((pk + G)·r'' − htilde·m', h_cap) · e(htilde·r, S); expected e(pk + G, S) · e(−g, g')
    private Gt Tau7(Scalar c) => Pairing.Product(
        (Sum((Key.Pk, X.RPrimePrime), (C.G, X.RPrimePrime), (Key.HTilde, -X.MPrime)), Key.HCap),
        (Sum((Key.HTilde, X.R), (Key.Pk, c), (C.G, c)), C.S),
        (Sum((Key.G, -c)), Key.GDash));

    // e(htilde·r, u) · e(−(g·r'''), h_cap); expected e(G, u) · e(−g, U)
    private Gt Tau8(Scalar c) => Pairing.Product(
        (Sum((Key.HTilde, X.R), (C.G, c)), Key.U),
        (Sum((Key.G, -X.RPrimePrimePrime)), Key.HCap),
        (Sum((Key.G, -c)), C.U));

    private static byte[] G1(params ReadOnlySpan<(G1Point Point, Scalar Scalar)> terms) => Sum(terms).ToBytes();

    /// <summary>The same sum for scalars that are secret.</summary>
    private static G1Point Product(params ReadOnlySpan<(G1Point Point, Scalar Scalar)> terms)
    {
        var sum = G1Point.Identity;
        foreach (var (point, scalar) in terms)
            sum += point * scalar;
        return sum;
    }

    private static G1Point Sum(params ReadOnlySpan<(G1Point Point, Scalar Scalar)> terms)
    {
        var points = new G1Point[terms.Length];
        var scalars = new Scalar[terms.Length];
        for (var i = 0; i < terms.Length; i++)
            (points[i], scalars[i]) = terms[i];
        return G1Point.SumOfPublicProducts(points, scalars);
    }
}
