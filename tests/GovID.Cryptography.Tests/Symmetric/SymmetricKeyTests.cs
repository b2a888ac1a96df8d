using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Tests.Symmetric;

public sealed class SymmetricKeyTests
{
    [Fact]
    public void Exports_what_it_imported()
    {
        byte[] bytes = [1, 2, 3];
        using var key = SymmetricKey.Import(bytes);
        var copy = new byte[3];

        key.ExportSecret(copy).ShouldBe(3);

        copy.ShouldBe(bytes);
        Should.Throw<ArgumentException>(() => key.ExportSecret(new byte[2]));
    }

    [Fact]
    public void Refuses_a_length_no_key_has()
    {
        Should.Throw<CryptoException>(() => SymmetricKey.Import([])).Code.ShouldBe(CryptoErrorCode.WrongLength);
        Should.Throw<CryptoException>(() => SymmetricKey.Import(new byte[SymmetricKey.MaximumLength + 1])).Code.ShouldBe(CryptoErrorCode.WrongLength);
        Should.Throw<ArgumentOutOfRangeException>(() => SymmetricKey.Generate(0));
        Should.Throw<ArgumentOutOfRangeException>(() => SymmetricKey.Generate(SymmetricKey.MaximumLength + 1));
    }

    [Fact]
    public void Makes_a_different_key_each_time()
    {
        using var one = SymmetricKey.Generate(32);
        using var two = SymmetricKey.Generate(32);
        var (first, second) = (new byte[32], new byte[32]);
        one.ExportSecret(first);
        two.ExportSecret(second);

        first.ShouldNotBe(second);
    }
}
