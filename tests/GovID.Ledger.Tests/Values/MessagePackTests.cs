using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Values;

public sealed class MessagePackTests
{
    [Theory]
    [InlineData("""{"b":1,"a":{"d":[1,"x",null,true],"c":-1}}""", "82a16182a163ffa1649401a178c0c3a16201")]
    [InlineData("[127,128,255,256,65535,65536,4294967295,4294967296]", "987fcc80ccffcd0100cdffffce00010000ceffffffffcf0000000100000000")]
    [InlineData("[9223372036854775808,18446744073709551615]", "92cf8000000000000000cfffffffffffffffff")]
    [InlineData("[-1,-32,-33,-128,-129,-32768,-32769]", "97ffe0d0dfd080d1ff7fd18000d2ffff7fff")]
    [InlineData("[-2147483648,-2147483649,-9223372036854775808]", "93d280000000d3ffffffff7fffffffd38000000000000000")]
    [InlineData("1.5", "cb3ff8000000000000")]
    [InlineData("[]", "90")]
    [InlineData("{}", "80")]
    public void Writes_shortest_forms_sorted_and_reads_them_back(string json, string hex)
    {
        var value = LedgerValue.Parse(json);

        Convert.ToHexStringLower(value.ToMessagePack()).ShouldBe(hex);
        MessagePack.Read(Convert.FromHexString(hex)).Equals(value).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65535)]
    [InlineData(65536)]
    public void Reads_back_texts_bytes_lists_and_maps_of_every_length_class(int length)
    {
        LedgerValue[] values =
        [
            new string('x', length),
            new LedgerBytes(new byte[length]),
            new LedgerList(Enumerable.Repeat<LedgerValue>(1, length)),
            LedgerMap.From(Enumerable.Range(0, length).Select(i => KeyValuePair.Create($"{i:d6}", (LedgerValue)i))),
        ];

        foreach (var value in values)
            MessagePack.Read(value.ToMessagePack()).Equals(value).ShouldBeTrue();
    }

    [Fact]
    public void Writes_integer_keys_of_audit_transactions_by_number()
    {
        var map = LedgerMap.Of(("10", "a"), ("2", "b"), ("0", "c")).WithIntegerKeys();

        Convert.ToHexStringLower(map.ToMessagePack()).ShouldBe("8300a16302a1620aa161");
        MessagePack.Read(map.ToMessagePack()).Equals(map).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => LedgerMap.Of(("01", 1)).WithIntegerKeys());
    }

    [Theory]
    [InlineData("", LedgerErrorCode.Malformed)]
    [InlineData("c1", LedgerErrorCode.Malformed)]
    [InlineData("0000", LedgerErrorCode.Malformed)]
    [InlineData("cc7f", LedgerErrorCode.NotCanonical)]
    [InlineData("cd00ff", LedgerErrorCode.NotCanonical)]
    [InlineData("ce0000ffff", LedgerErrorCode.NotCanonical)]
    [InlineData("cf00000000ffffffff", LedgerErrorCode.NotCanonical)]
    [InlineData("d0e0", LedgerErrorCode.NotCanonical)]
    [InlineData("d1ff80", LedgerErrorCode.NotCanonical)]
    [InlineData("d2ffff8000", LedgerErrorCode.NotCanonical)]
    [InlineData("d3ffffffff80000000", LedgerErrorCode.NotCanonical)]
    [InlineData("d07f", LedgerErrorCode.NotCanonical)]
    [InlineData("d90161", LedgerErrorCode.NotCanonical)]
    [InlineData("da000161", LedgerErrorCode.NotCanonical)]
    [InlineData("dc000101", LedgerErrorCode.NotCanonical)]
    [InlineData("c5000101", LedgerErrorCode.NotCanonical)]
    [InlineData("a2c328", LedgerErrorCode.Malformed)]
    [InlineData("82a16101a16102", LedgerErrorCode.DuplicateMember)]
    [InlineData("82a16201a16102", LedgerErrorCode.NotCanonical)]
    [InlineData("82a161010102", LedgerErrorCode.Malformed)]
    [InlineData("81c001", LedgerErrorCode.Malformed)]
    [InlineData("ca3f800000", LedgerErrorCode.Malformed)]
    [InlineData("cb7ff8000000000000", LedgerErrorCode.Malformed)]
    [InlineData("ddffffffff", LedgerErrorCode.Malformed)]
    [InlineData("a5616263", LedgerErrorCode.Malformed)]
    public void Refuses_bytes_it_would_not_write(string hex, LedgerErrorCode code)
    {
        var bytes = Convert.FromHexString(hex);

        Should.Throw<LedgerException>(() => MessagePack.Read(bytes)).Code.ShouldBe(code);
        MessagePack.TryRead(bytes, out _).ShouldBeFalse();
    }

    [Fact]
    public void Refuses_deep_nesting_and_integers_beyond_64_bits()
    {
        var deep = new byte[1000];
        Array.Fill(deep, (byte)0x91);

        Should.Throw<LedgerException>(() => MessagePack.Read(deep)).Code.ShouldBe(LedgerErrorCode.TooDeep);
        Should.Throw<LedgerException>(() => LedgerValue.Parse("18446744073709551616").ToMessagePack())
            .Code.ShouldBe(LedgerErrorCode.NotRepresentable);
        Should.Throw<LedgerException>(() => LedgerValue.Parse("-9223372036854775809").ToMessagePack())
            .Code.ShouldBe(LedgerErrorCode.NotRepresentable);
    }
}
