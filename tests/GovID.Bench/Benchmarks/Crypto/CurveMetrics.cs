using GovID.Bench.Measurement;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Bn254.Internal.Fields;

namespace GovID.Bench.Benchmarks.Crypto;

/// <summary>
/// The pairing curve and BLS. No other library has this curve to compare with: the limit is the time of the field multiplications
/// alone, counted for each operation and measured in the same run.
/// </summary>
public static class CurveMetrics
{
    // A sum of n products under one reduction counts as (n + 1)/2 multiplications.
    private const int FinalExponentiation = 5_840;
    private const int MillerLoop = 2_650;
    private const int Pair = 2_310 + 310;
    private const int PreparedPoint = 2_450;
    private const int HashToPoint = 2 * 320;

    public static IEnumerable<Metric> Measure(BenchOptions options)
    {
        var multiplication = Multiplication(options);
        foreach (var metric in Pairings(options, multiplication))
            yield return metric;
        foreach (var metric in Signatures(options, multiplication))
            yield return metric;
        foreach (var metric in Groups(options))
            yield return metric;
    }

    private static IEnumerable<Metric> Pairings(BenchOptions options, double multiplication)
    {
        var (p, bytes) = (G1Point.Random(), G2Point.Random().ToBytes());
        var q = G2Point.FromBytes(bytes);
        var zero = q - q;

        // Adding the identity makes a point that has not been in a pairing yet.
        var fresh = Timing.Of(options, () => Pairing.Compute(p, q + zero));
        yield return Beside("pairing", fresh, FinalExponentiation + MillerLoop + Pair + PreparedPoint, multiplication) with { Goal = Goal.Parse("<= 1.5") };
        var known = Timing.Of(options, () => Pairing.Compute(p, q));
        yield return Beside("pairing, point of G2 known", known, FinalExponentiation + MillerLoop + Pair, multiplication);
    }

    private static IEnumerable<Metric> Signatures(BenchOptions options, double multiplication)
    {
        BlsSecretKey[] secrets = [.. Enumerable.Range(0, 4).Select(_ => BlsSecretKey.Generate())];
        BlsPublicKey[] keys = [.. secrets.Select(secret => secret.PublicKey)];
        var message = new byte[250];
        var text = BlsSignature.Aggregate([.. secrets.Select(secret => secret.Sign(message))]).ToString();
        foreach (var secret in secrets)
            secret.Dispose();

        const int verification = FinalExponentiation + MillerLoop + (2 * Pair) + HashToPoint;
        var first = Timing.Of(options, () => Require(BlsPublicKey.Aggregate(keys).Verify(message, BlsSignature.Parse(text))));
        yield return Beside("BLS verify an aggregate of 4", first, verification + PreparedPoint, multiplication) with { Goal = Goal.Parse("<= 3.5") };
        var sum = BlsPublicKey.Aggregate(keys);
        var again = Timing.Of(options, () => Require(sum.Verify(message, BlsSignature.Parse(text))));
        yield return Beside("BLS verify an aggregate of 4, same keys again", again, verification, multiplication) with { Goal = Goal.Parse("<= 2.5") };
    }

    private static IEnumerable<Metric> Groups(BenchOptions options)
    {
        var (p, q, scalar) = (G1Point.Random(), G2Point.Random(), Scalar.Random());
        var value = Pairing.Compute(p, q);
        var bytes = q.ToBytes();
        yield return Microseconds("G1 times a secret scalar", Timing.Of(options, () => p.Multiply(scalar)));
        yield return Microseconds("G1 times a public scalar", Timing.Of(options, () => p.MultiplyPublic(scalar)));
        yield return Microseconds("G2 times a secret scalar", Timing.Of(options, () => q.Multiply(scalar)));
        yield return Microseconds("G2 times a public scalar", Timing.Of(options, () => q.MultiplyPublic(scalar)));
        yield return Microseconds("GT to a secret power", Timing.Of(options, () => value.Power(scalar)));
        yield return Microseconds("GT to a public power", Timing.Of(options, () => value.PowerPublic(scalar)));
        yield return Microseconds("reading a point of G2, subgroup check included", Timing.Of(options, () => G2Point.FromBytes(bytes)));
    }

    /// <summary>The seconds of one multiplication in the field, in a chain of a thousand on four independent values.</summary>
    private static double Multiplication(BenchOptions options)
    {
        const int count = 1000;
        Fp a = Fp.FromInteger(2), b = Fp.FromInteger(3), c = Fp.FromInteger(5), d = Fp.FromInteger(7);
        var factor = Fp.FromInteger(11);
        var cost = Timing.Of(options, () =>
        {
            for (var i = 0; i < count / 4; i++)
            {
                a *= factor;
                b *= factor;
                c *= factor;
                d *= factor;
            }
        });
        return cost.Seconds / count;
    }

    private static Metric Beside(string name, Cost cost, int multiplications, double multiplication) =>
        Metric.Beside(name, cost.Milliseconds, "ms", $"its {multiplications} field multiplications alone", multiplications * multiplication * 1e3);

    private static Metric Microseconds(string name, Cost cost) => new(name, cost.Microseconds, "us");

    private static void Require(bool valid)
    {
        if (!valid)
            throw new InvalidOperationException("A valid signature was refused.");
    }
}
