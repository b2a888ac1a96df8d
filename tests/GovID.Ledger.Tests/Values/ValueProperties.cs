using FsCheck;
using FsCheck.Fluent;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Values;

/// <summary>What holds for every value, and for every damaged encoding of one.</summary>
public sealed class ValueProperties
{
    [Fact]
    public void Every_value_reads_back_from_state_json_and_from_message_pack() => Prop.ForAll(Values(), value =>
    {
        LedgerValue.Parse(value.ToStateJsonBytes()).Equals(value).ShouldBeTrue();
        MessagePack.Read(value.ToMessagePack()).Equals(value).ShouldBeTrue();
        LedgerValue.Parse(value.ToStateJson()).GetHashCode().ShouldBe(value.GetHashCode());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_members_changes_neither_encoding() => Prop.ForAll(Values(), value =>
    {
        var reversed = Reversed(value);

        reversed.Equals(value).ShouldBeTrue();
        reversed.ToStateJson().ShouldBe(value.ToStateJson());
        reversed.ToMessagePack().ShouldBe(value.ToMessagePack());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Damaged_encodings_are_refused_or_are_the_one_encoding_of_another_value() => Prop.ForAll(Values(), Damages(), (value, damage) =>
    {
        var packed = Damaged(value.ToMessagePack(), damage);
        if (MessagePack.TryRead(packed, out var read))
            read.ToMessagePack().ShouldBe(packed);

        var json = Damaged(value.ToStateJsonBytes(), damage);
        if (LedgerValue.TryParse(json, out var parsed))
            LedgerValue.Parse(parsed.ToStateJsonBytes()).Equals(parsed).ShouldBeTrue();

        if (Rlp.TryRead(packed, out var item))
            Rlp.Write(item).ShouldBe(packed);
    }).QuickCheckThrowOnFailure();

    private static byte[] Damaged(byte[] bytes, (int Place, byte Value, int Kind) damage)
    {
        var at = bytes.Length == 0 ? 0 : damage.Place % bytes.Length;
        return damage.Kind switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], damage.Value, .. bytes[at..]],
            _ => [.. bytes[..at], damage.Value, .. bytes[Math.Min(at + 1, bytes.Length)..]],
        };
    }

    private static LedgerValue Reversed(LedgerValue value) => value switch
    {
        LedgerMap map => LedgerMap.From(map.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        LedgerList list => new LedgerList(list.Select(Reversed)),
        _ => value,
    };

    private static Arbitrary<(int Place, byte Value, int Kind)> Damages() =>
        (from place in Gen.Choose(0, 10_000) from value in Gen.Choose(0, 255) from kind in Gen.Choose(0, 2) select (place, (byte)value, kind)).ToArbitrary();

    private static Arbitrary<LedgerValue> Values() => Gen.Sized(size => Value(Math.Min(4, size / 10))).ToArbitrary();

    private static Gen<LedgerValue> Value(int depth)
    {
        var scalar = Gen.OneOf(
            Gen.Constant(LedgerValue.Null),
            Gen.Elements<LedgerValue>(true, false),
            ArbMap.Default.GeneratorFor<long>().Select(number => (LedgerValue)number),
            Text().Select(text => (LedgerValue)text),
            Gen.Elements<LedgerValue>(1_700_000_001_000_000_000, long.MaxValue, long.MinValue, new System.Numerics.BigInteger(ulong.MaxValue)));
        if (depth == 0)
            return scalar;

        var list = Value(depth - 1).ListOf().Select(items => (LedgerValue)new LedgerList(items.Take(20)));
        var member = from key in Text() from value in Value(depth - 1) select KeyValuePair.Create(key, value);
        var map = member.ListOf().Select(members => (LedgerValue)LedgerMap.From(members.DistinctBy(one => one.Key)));
        return Gen.Frequency((2, scalar), (1, list), (2, map));
    }

    private static Gen<string> Text() =>
        Gen.Elements("a", "b", "Z", "\"", "\\", "/", "\n", "\u0001", "\u007f", "\u00e4", "\u2028", "\ufffd", "\U0001F600", "0123456789012345678901234567890")
            .ListOf().Select(parts => string.Concat(parts.Take(5)));
}
