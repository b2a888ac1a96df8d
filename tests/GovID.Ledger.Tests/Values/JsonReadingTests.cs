using System.Numerics;
using System.Text;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Values;

public sealed class JsonReadingTests
{
    [Fact]
    public void Keeps_integers_of_19_digits_and_more_exact()
    {
        var map = LedgerMap.Parse("""{"reqId":1691520834828315000,"big":123456789012345678901234567890,"max":18446744073709551615}""");

        map.FindInteger("reqId")!.Value.ShouldBe(1691520834828315000);
        map.FindInteger("big")!.Value.ShouldBe(BigInteger.Parse("123456789012345678901234567890", null));
        map.FindInteger("max")!.TryGetUInt64(out var max).ShouldBeTrue();
        max.ShouldBe(ulong.MaxValue);
        map.ToStateJson().ShouldBe("""{"big":123456789012345678901234567890,"max":18446744073709551615,"reqId":1691520834828315000}""");
    }

    [Fact]
    public void Keeps_the_source_text_of_floats()
    {
        LedgerValue.Parse("[1.50,1E3]").ToStateJson().ShouldBe("[1.50,1E3]");
    }

    [Fact]
    public void Keeps_the_order_received_and_writes_sorted()
    {
        var map = LedgerMap.Parse("""{"b":1,"a":{"d":[1,"x",null,true],"c":-1}}""");

        map.Select(m => m.Key).ShouldBe(["b", "a"]);
        map.ToStateJson().ShouldBe("""{"a":{"c":-1,"d":[1,"x",null,true]},"b":1}""");
    }

    [Fact]
    public void Sorts_by_code_point_where_utf16_order_differs()
    {
        var map = LedgerMap.Of(("\U0001F600", 1), ("\uFFFD", 2), ("z", 3));

        map.ToStateJson().ShouldBe("{\"z\":3,\"\uFFFD\":2,\"\U0001F600\":1}");
    }

    [Theory]
    [InlineData("\"\\u0041\\u00e4\\ud83d\\ude00\"", "\"A\u00e4\U0001F600\"")]
    [InlineData("\"\\/\\u007f\\u2028<>&'+\"", "\"/\u007f\u2028<>&'+\"")]
    [InlineData("\"\\b\\f\\n\\r\\t\\u0000\\u001f\\\"\\\\\"", "\"\\b\\f\\n\\r\\t\\u0000\\u001f\\\"\\\\\"")]
    public void Escapes_exactly_what_state_json_escapes(string json, string written)
    {
        LedgerValue.Parse(json).ToStateJson().ShouldBe(written);
        Encoding.UTF8.GetString(LedgerValue.Parse(json).ToStateJsonBytes()).ShouldBe(written);
    }

    [Theory]
    [InlineData("""{"txn":{"data":[0,{"role":"0","x":1,"role":"2"}]}}""", LedgerErrorCode.DuplicateMember, "txn.data[1].role")]
    [InlineData("""{"a":1,"\u0061":2}""", LedgerErrorCode.DuplicateMember, "a")]
    [InlineData("""{"a":{"b":"\ud800"}}""", LedgerErrorCode.Malformed, "a.b")]
    [InlineData("""{"a":{"b":"\udc00x"}}""", LedgerErrorCode.Malformed, "a.b")]
    [InlineData("""{"a":1} x""", LedgerErrorCode.Malformed, null)]
    [InlineData("""{"a":1}{}""", LedgerErrorCode.Malformed, null)]
    [InlineData("""{"a":[1,]}""", LedgerErrorCode.Malformed, "a[0]")]
    [InlineData("", LedgerErrorCode.Malformed, null)]
    [InlineData("{\"a\":", LedgerErrorCode.Malformed, "a")]
    [InlineData("[01]", LedgerErrorCode.Malformed, null)]
    [InlineData("{'a':1}", LedgerErrorCode.Malformed, null)]
    [InlineData("/**/1", LedgerErrorCode.Malformed, null)]
    [InlineData("[NaN]", LedgerErrorCode.Malformed, null)]
    [InlineData("""{"x":1e400}""", LedgerErrorCode.OutOfRange, "x")]
    public void Refuses_bad_json_and_names_the_member(string json, LedgerErrorCode code, string? field)
    {
        var refusal = Should.Throw<LedgerException>(() => LedgerValue.Parse(json));

        refusal.Code.ShouldBe(code);
        if (field is not null)
            refusal.Field.ShouldBe(field);
        LedgerValue.TryParse(Encoding.UTF8.GetBytes(json), out _).ShouldBeFalse();
    }

    [Fact]
    public void Refuses_bytes_that_are_not_utf8()
    {
        Should.Throw<LedgerException>(() => LedgerValue.Parse([(byte)'"', 0xc3, 0x28, (byte)'"'])).Code.ShouldBe(LedgerErrorCode.Malformed);
        Should.Throw<LedgerException>(() => LedgerValue.Parse("\"\ud800\"")).Code.ShouldBe(LedgerErrorCode.Malformed);
    }

    [Fact]
    public void Refuses_what_is_deeper_longer_or_wider_than_the_limits()
    {
        var limits = new JsonLimits { MaxDepth = 3, MaxBytes = 100, MaxNumberLength = 5 };

        LedgerValue.Parse("[[[1]]]", limits).ToStateJson().ShouldBe("[[[1]]]");
        Should.Throw<LedgerException>(() => LedgerValue.Parse("[[[[1]]]]", limits)).Code.ShouldBe(LedgerErrorCode.TooDeep);
        Should.Throw<LedgerException>(() => LedgerValue.Parse("[123456]", limits)).Code.ShouldBe(LedgerErrorCode.TooLarge);
        Should.Throw<LedgerException>(() => LedgerValue.Parse(new string(' ', 101), limits)).Code.ShouldBe(LedgerErrorCode.TooLarge);
        Should.Throw<LedgerException>(() => LedgerValue.Parse(new string('[', 100_000))).Code.ShouldBe(LedgerErrorCode.TooDeep);
    }

    [Fact]
    public void Finds_members_by_kind_and_changes_copies_only()
    {
        var map = LedgerMap.Of(("type", "105"), ("dest", "abc"), ("seqNo", 7), ("flag", true), ("nothing", LedgerValue.Null));
        var changed = map.With("dest", "xyz").Without("flag").With("new", 1);

        map.FindText("dest")!.Value.ShouldBe("abc");
        map.FindText("seqNo").ShouldBeNull();
        map.Find("nothing").ShouldBeOfType<LedgerNull>();
        map.Find("absent").ShouldBeNull();
        changed.Select(m => m.Key).ShouldBe(["type", "dest", "seqNo", "nothing", "new"]);
        changed.ToStateJson().ShouldBe("""{"dest":"xyz","new":1,"nothing":null,"seqNo":7,"type":"105"}""");
    }

    [Fact]
    public void Compares_members_without_regard_to_order()
    {
        var one = LedgerValue.Parse("""{"a":1,"b":[true,null]}""");
        var other = LedgerValue.Parse("""{"b":[true,null],"a":1}""");

        one.Equals(other).ShouldBeTrue();
        one.GetHashCode().ShouldBe(other.GetHashCode());
        LedgerValue.Parse("1").Equals(LedgerValue.Parse("1.0")).ShouldBeFalse();
        LedgerValue.Parse("[1,2]").Equals(LedgerValue.Parse("[2,1]")).ShouldBeFalse();
    }

    [Fact]
    public void Refuses_to_build_a_map_with_a_repeated_or_broken_name()
    {
        Should.Throw<ArgumentException>(() => LedgerMap.Of(("a", 1), ("a", 2)));
        Should.Throw<ArgumentException>(() => LedgerMap.Of(("\ud800", 1)));
        Should.Throw<ArgumentException>(() => new LedgerText("\udc00"));
        var many = Enumerable.Range(0, 40).Select(i => KeyValuePair.Create($"k{i % 39}", (LedgerValue)i));
        Should.Throw<ArgumentException>(() => LedgerMap.From(many));
    }
}
