using System.Numerics;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Tests.Bn254.Reference;

namespace GovID.Cryptography.Tests.Bn254;

public sealed class ScalarTests
{
    [Fact]
    public void Calculates_as_integers_modulo_r_do()
    {
        var random = new Random(51);
        BigInteger[] values = [.. Scalars.Borders, .. Enumerable.Range(0, 20).Select(_ => Bridge.Below(Curve.R, random))];
        foreach (var x in values)
        {
            foreach (var y in values)
            {
                var (a, b) = (Bridge.Scalar(x), Bridge.Scalar(y));
                Value(a + b).ShouldBe((x + y) % Curve.R);
                Value(a - b).ShouldBe((x - y + Curve.R) % Curve.R);
                Value(a * b).ShouldBe(x * y % Curve.R);
                (a == b).ShouldBe(x == y);
            }

            Value(-Bridge.Scalar(x)).ShouldBe((Curve.R - x) % Curve.R);
            if (x != 0)
                (Bridge.Scalar(x).Invert() * Bridge.Scalar(x)).ShouldBe(Scalar.One);
        }
    }

    [Fact]
    public void Inverts_all_at_once()
    {
        Scalar[] scalars = [Scalar.Random(), Scalar.One, Scalar.Random()];
        Scalar[] expected = [.. scalars.Select(scalar => scalar.Invert())];

        Scalar.InvertAll(scalars);

        scalars.ShouldBe(expected);
        Should.Throw<ArgumentException>(() => Scalar.InvertAll([Scalar.One, Scalar.Zero]));
        Should.Throw<InvalidOperationException>(() => Scalar.Zero.Invert());
    }

    [Fact]
    public void Reduces_integers_of_any_length_up_to_the_limit()
    {
        var random = new Random(52);
        foreach (var length in new[] { 0, 1, 31, 32, 33, 64, 75, Scalar.MaximumReducedLength })
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            Value(Scalar.Reduce(bytes)).ShouldBe(Bridge.Integer(bytes) % Curve.R);
        }

        Should.Throw<CryptoException>(() => Scalar.Reduce(new byte[Scalar.MaximumReducedLength + 1])).Code.ShouldBe(CryptoErrorCode.LimitExceeded);
    }

    [Fact]
    public void Reads_short_bytes_and_refuses_long_ones_and_those_not_below_r()
    {
        Scalar.FromBytes([2, 1]).ShouldBe(Scalar.FromInteger(513));
        Scalar.FromBytes(Bridge.Bytes(Curve.R - 1)).ShouldBe(-Scalar.One);
        Should.Throw<CryptoException>(() => Scalar.FromBytes(Bridge.Bytes(Curve.R))).Code.ShouldBe(CryptoErrorCode.Malformed);
        Should.Throw<CryptoException>(() => Scalar.FromBytes(new byte[33])).Code.ShouldBe(CryptoErrorCode.WrongLength);
        Should.Throw<CryptoException>(() => Scalar.FromBytes([])).Code.ShouldBe(CryptoErrorCode.WrongLength);
    }

    [Fact]
    public void Reads_and_writes_text_and_reduces_it()
    {
        var scalar = Scalar.Random();

        scalar.ToText().Length.ShouldBe(64);
        Scalar.ParseText(scalar.ToText()).ShouldBe(scalar);
        Scalar.ParseText("0" + scalar.ToText()).ShouldBe(scalar);
        Value(Scalar.ParseText("1" + new string('0', 64))).ShouldBe((BigInteger.One << 256) % Curve.R);
        foreach (var text in new[] { "", "G", new string('0', 71), "1 2", "-1" })
            Should.Throw<CryptoException>(() => Scalar.ParseText(text)).Code.ShouldBe(CryptoErrorCode.Malformed);
    }

    [Fact]
    public void Prints_nothing_of_its_value() => Scalar.Random().ToString().ShouldBe("[redacted]");

    private static BigInteger Value(Scalar scalar) => Bridge.Integer(scalar.ToBytes());
}
