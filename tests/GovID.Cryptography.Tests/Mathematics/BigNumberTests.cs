using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using GovID.Cryptography.Mathematics;

namespace GovID.Cryptography.Tests.Mathematics;

public sealed class BigNumberTests
{
    [Theory]
    [InlineData("0", true)]
    [InlineData("7", true)]
    [InlineData("-7", true)]
    [InlineData("255", true)]
    [InlineData("256", false)]
    [InlineData("-256", false)]
    [InlineData("", false)]
    [InlineData("-", false)]
    [InlineData("-0", false)]
    [InlineData("00", false)]
    [InlineData("07", false)]
    [InlineData("+7", false)]
    [InlineData(" 7", false)]
    [InlineData("7 ", false)]
    [InlineData("1e2", false)]
    [InlineData("1,0", false)]
    [InlineData("--7", false)]
    [InlineData("٧", false)]
    [InlineData(null, false)]
    public void Reads_the_canonical_text_of_numbers_up_to_a_length(string? text, bool accepted)
    {
        BigNumber.TryParse(text, 8, out BigInteger value).ShouldBe(accepted);
        if (accepted) BigNumber.ToText(value).ShouldBe(text);
        else value.ShouldBe(BigInteger.Zero);
    }

    [Fact]
    public void Reads_numbers_of_every_length_back() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        int bits = random.Next(1, 3100);
        BigInteger number = Kernels.Exactly(random, bits) * (random.Next(2) == 0 ? 1 : -1);
        BigNumber.TryParse(BigNumber.ToText(number), bits, out BigInteger read).ShouldBeTrue();
        read.ShouldBe(number);
        BigNumber.TryParse(BigNumber.ToText(number), bits - 1, out _).ShouldBeFalse();
        BigNumber.FromBigEndian(BigNumber.ToBigEndian(number)).ShouldBe(BigInteger.Abs(number));
        BigNumber.FromBigEndian(BigNumber.ToBigEndian(number, 400)).ShouldBe(BigInteger.Abs(number));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Refuses_a_long_text_without_reading_it()
    {
        BigNumber.TryParse(new string('9', 50_000_000), 4096, out _).ShouldBeFalse();
        CryptoException refusal = Should.Throw<CryptoException>(() => BigNumber.Parse("12x", 64, "nonce"));
        refusal.Code.ShouldBe(CryptoErrorCode.Malformed);
        refusal.Field.ShouldBe("nonce");
    }

    [Fact]
    public void Writes_zero_as_no_bytes_and_fills_up_in_front()
    {
        BigNumber.ToBigEndian(0).ShouldBeEmpty();
        BigNumber.ToBigEndian(258).ShouldBe([1, 2]);
        BigNumber.ToBigEndian(258, 4).ShouldBe([0, 0, 1, 2]);
        BigNumber.ToBigEndian(0, 2).ShouldBe([0, 0]);
        Should.Throw<CryptoException>(() => BigNumber.ToBigEndian(258, 1)).Code.ShouldBe(CryptoErrorCode.WrongLength);
    }

    [Fact]
    public void Takes_residues_that_are_never_negative()
    {
        BigNumber.Modulo(-1, 7).ShouldBe(6);
        BigNumber.Modulo(-7, 7).ShouldBe(0);
        BigNumber.Modulo(15, 7).ShouldBe(1);
        BigNumber.Modulo(5, 1).ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => BigNumber.Modulo(5, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => BigNumber.Modulo(5, -3));
    }

    [Fact]
    public void Inverts_modulo_even_and_odd_numbers()
    {
        var random = new Random(31);
        for (int round = 0; round < 200; round++)
        {
            BigInteger n = Kernels.Exactly(random, 2 + random.Next(700)), x = Kernels.UpTo(random, 800) * (random.Next(2) == 0 ? 1 : -1);
            bool coprime = BigNumber.AreCoprime(x, n);
            BigNumber.TryInverse(x, n, out BigInteger inverse).ShouldBe(coprime);
            if (coprime) BigNumber.Modulo(x * inverse, n).ShouldBe(BigInteger.One);
        }
    }

    [Fact]
    public void Computes_Jacobi_symbols_as_products_of_Legendre_symbols()
    {
        foreach (int[] factors in new int[][] { [3], [5], [7], [3, 5], [7, 11], [3, 3], [3, 5, 7], [13, 17, 19], [1] })
        {
            int n = factors.Aggregate(1, (x, y) => x * y);
            for (int a = -2 * n; a <= 2 * n; a++)
            {
                int expected = factors.Where(p => p > 1).Aggregate(1, (symbol, p) => symbol * Legendre(a, p));
                BigNumber.Jacobi(a, n).ShouldBe(expected, $"({a}/{n})");
            }
        }

        Should.Throw<ArgumentOutOfRangeException>(() => BigNumber.Jacobi(3, 4));
        Should.Throw<ArgumentOutOfRangeException>(() => BigNumber.Jacobi(3, -5));
    }

    [Fact]
    public void Finds_every_square_to_have_symbol_one()
    {
        var random = new Random(32);
        BigInteger n = Kernels.Odd(random, 2048);
        for (int i = 0; i < 5; i++)
        {
            BigInteger x = Kernels.UpTo(random, 2047);
            if (BigNumber.AreCoprime(x, n)) BigNumber.Jacobi(x * x, n).ShouldBe(1);
        }
    }

    private static int Legendre(int a, int p)
    {
        int residue = ((a % p) + p) % p;
        return residue == 0 ? 0 : Enumerable.Range(1, p - 1).Any(x => x * x % p == residue) ? 1 : -1;
    }
}
