using FsCheck;
using FsCheck.Fluent;
using GovID.Ledger.Requests;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Requests;

public sealed class SigningTextTests
{
    [Fact]
    public void Gives_different_structures_the_same_text()
    {
        var one = LedgerValue.Parse("""{"1":"a","2":{"3":"b","4":{"5":{"6":"c"}}}}""");
        var other = LedgerValue.Parse("""{"1":"a","2":{"3":"b"},"4":{"5":{"6":"c"}}}""");

        SigningText.Of(one).ShouldBe("1:a|2:3:b|4:5:6:c");
        SigningText.Of(other).ShouldBe(SigningText.Of(one));
    }

    [Fact]
    public void Leaves_signatures_and_fees_out_at_the_top_only() =>
        SigningText.Of(LedgerValue.Parse("""{"fees":1,"signature":"x","signatures":{},"n":{"signature":"kept","fees":2}}""")).ShouldBe("n:fees:2|signature:kept");

    [Theory]
    [InlineData("100")]
    [InlineData("104")]
    public void Hashes_attributes_of_writes_and_queries(string type) =>
        SigningText.Of(LedgerMap.Of(("operation", LedgerMap.Of(("type", type), ("raw", "string for hash")))))
            .ShouldBe($"operation:raw:1dcd0759ce38f57049344a6b3c5fc18144fca1724713090c2ceeffa788c02711|type:{type}");

    [Fact]
    public void Refuses_an_attribute_that_is_no_text() =>
        Should.Throw<LedgerException>(() => SigningText.Of(LedgerValue.Parse("""{"operation":{"type":"100","raw":5}}"""))).Field.ShouldBe("operation.raw");

    [Fact]
    public void Sorts_by_code_point_and_not_by_utf16_unit() =>
        SigningText.Of(LedgerMap.Of(("\U0001F600", "b"), ("\uFFFD", "a"))).ShouldBe("\uFFFD:a|\U0001F600:b");

    [Theory]
    [InlineData(1e300, "1e300")]
    [InlineData(1.5, "1.5")]
    [InlineData(2, "2.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e16")]
    [InlineData(12345e14, "1.2345e18")]
    [InlineData(0.00001, "0.00001")]
    [InlineData(0.000001, "1e-6")]
    [InlineData(-1.25e-7, "-1.25e-7")]
    public void Writes_floats_as_clients_do(double value, string text) => FloatText.Of(value).ShouldBe(text);

    [Fact]
    public void Writes_no_float_that_reads_back_to_another() => Prop.ForAll<double>(value =>
        !double.IsFinite(value) || double.Parse(FloatText.Of(value), System.Globalization.CultureInfo.InvariantCulture).Equals(value)).Check(Config.QuickThrowOnFailure);
}
