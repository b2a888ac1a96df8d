using System.Text;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Values;

public sealed class RlpTests
{
    [Theory]
    [InlineData("", "80")]
    [InlineData("v", "76")]
    [InlineData("v1", "827631")]
    public void Writes_strings_in_their_shortest_form(string text, string hex)
    {
        var value = new LedgerBytes(Encoding.ASCII.GetBytes(text));

        Convert.ToHexStringLower(Rlp.Write(value)).ShouldBe(hex);
        Rlp.Read(Convert.FromHexString(hex)).ShouldBe(value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(55)]
    [InlineData(56)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65536)]
    public void Reads_back_strings_and_lists_of_every_length_class(int length)
    {
        var text = new LedgerBytes(new byte[length]);
        var list = new LedgerList(text, new LedgerList(), new LedgerList(text, text));

        Rlp.Read(Rlp.Write(text)).Equals(text).ShouldBeTrue();
        Rlp.Read(Rlp.Write(list)).Equals(list).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("8100")]
    [InlineData("817f")]
    [InlineData("82")]
    [InlineData("b80161")]
    [InlineData("b90037")]
    [InlineData("f800")]
    [InlineData("c1")]
    [InlineData("c3827661ff")]
    [InlineData("bfffffffffffffffff")]
    [InlineData("bbffffffff")]
    [InlineData("c28276")]
    [InlineData("0000")]
    public void Refuses_forms_it_would_not_write(string hex)
    {
        var bytes = Convert.FromHexString(hex);

        Should.Throw<LedgerException>(() => Rlp.Read(bytes)).Code.ShouldBeOneOf(LedgerErrorCode.NotCanonical, LedgerErrorCode.Malformed);
        Rlp.TryRead(bytes, out _).ShouldBeFalse();
    }

    [Fact]
    public void Refuses_deep_nesting_long_input_and_other_kinds()
    {
        LedgerValue deep = new LedgerBytes([]);
        for (var i = 0; i < 70; i++)
            deep = new LedgerList(deep);

        Should.Throw<LedgerException>(() => Rlp.Write(deep)).Code.ShouldBe(LedgerErrorCode.TooDeep);
        Should.Throw<LedgerException>(() => Rlp.Read(new byte[10], maxBytes: 9)).Code.ShouldBe(LedgerErrorCode.TooLarge);
        Should.Throw<LedgerException>(() => Rlp.Write("text")).Code.ShouldBe(LedgerErrorCode.NotRepresentable);
    }
}
