using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GovID.Ledger.Requests;
using GovID.Ledger.Tests.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Validation;

/// <summary>Whatever a client sends is answered or ignored: never thrown at.</summary>
public sealed class PipelineTests
{
    private static readonly LedgerValue[] Oddities =
    [
        LedgerValue.Null, true, 0, -1, 1_234_567_890_123_456_789, new LedgerInteger(BigInteger.Pow(10, 30)), string.Empty, "x", "\u0000", "é~:",
        new string('a', 5_000), new LedgerList(), new LedgerList(1, "a", LedgerValue.Null), LedgerMap.Empty, LedgerMap.Of(("a", LedgerMap.Of(("b", 1)))),
        LedgerValue.Parse("1.5"u8), LedgerValue.Parse("-0.0"u8), Nested(40), Nested(60),
    ];

    [Fact]
    public void Acknowledges_every_operation_as_it_should_be()
    {
        foreach (var operation in SampleOperations.All)
        {
            var pool = new LocalPool();
            var answers = Pipeline.Run(pool, pool.Request(LocalPool.Trustee, operation).Raw.ToStateJsonBytes());
            answers[0].FindText("op")!.Value.ShouldNotBe("REQNACK", $"{operation.ToStateJson()}: {answers[0].ToStateJson()}");
        }
    }

    [Fact]
    public void Names_the_place_of_a_number_that_is_too_large()
    {
        var pool = new LocalPool();
        var items = new LedgerList(1, LedgerMap.Of(("b", new LedgerInteger(BigInteger.Pow(2, 64)))));
        var request = pool.Request(LocalPool.Trustee, SampleOperations.All[0]).Raw.With("more", LedgerMap.Of(("a", items)));

        Pipeline.Run(pool, request.ToStateJsonBytes())[0].FindText("reason")!.Value.ShouldContain("number out of 64 bits (more.a[].b)");
    }

    [Fact]
    public void Does_not_copy_a_long_name_for_each_value_under_it()
    {
        var pool = new LocalPool();
        var many = new LedgerList(Enumerable.Repeat((LedgerValue)1, 30_000));
        var message = LedgerMap.Parse(pool.Request(LocalPool.Trustee, SampleOperations.All[0]).Raw.With(new string('n', 60_000), many).ToStateJsonBytes());
        _ = RequestAdmission.Judge(message, pool.Ledgers);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = RequestAdmission.Judge(message, pool.Ledgers);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50_000_000);
    }

    [Fact]
    public void Answers_every_operation_with_any_member_replaced()
    {
        var pool = new LocalPool();
        foreach (var operation in SampleOperations.All)
        {
            foreach (var path in PathsOf(operation))
            {
                foreach (var oddity in Oddities)
                    RunSigned(pool, (LedgerMap)Replace(operation, path, oddity)!);
                RunSigned(pool, (LedgerMap)Replace(operation, path, null)!);
            }

            RunSigned(pool, operation.With("more", 1));
        }
    }

    [Fact]
    public void Answers_every_envelope_with_any_member_replaced()
    {
        var pool = new LocalPool();
        var request = pool.Request(LocalPool.Trustee, SampleOperations.All[0]).Raw
            .With("signatures", LedgerMap.Of((LocalPool.Trustee.Did.Text, "x"))).With("endorser", LocalPool.Trustee.Did.Text)
            .With("taaAcceptance", LedgerMap.Of(("taaDigest", "d"), ("mechanism", "m"), ("time", 1_700_000_000)));
        foreach (var path in PathsOf(request))
        {
            foreach (var oddity in Oddities)
                Pipeline.Run(pool, ((LedgerMap)Replace(request, path, oddity)!).ToStateJsonBytes());
            Pipeline.Run(pool, ((LedgerMap)Replace(request, path, null)!).ToStateJsonBytes());
        }
    }

    [Fact]
    public void Answers_or_ignores_damaged_bytes() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.Choose(0, SampleOperations.All.Count - 1).SelectMany(index => Gen.Choose(0, 10_000), (index, at) => (index, at)).ToArbitrary(), damage =>
        {
            var pool = new LocalPool();
            var bytes = pool.Request(LocalPool.Trustee, SampleOperations.All[damage.index]).Raw.ToStateJsonBytes();
            bytes[damage.at % bytes.Length] ^= (byte)(1 << (damage.at % 8));
            Pipeline.Run(pool, bytes);
            Pipeline.Run(pool, bytes.AsSpan(0, damage.at % bytes.Length));
        }));

    [Theory]
    [InlineData("1")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("pi")]
    [InlineData("")]
    public void Ignores_what_is_no_object(string payload) => Pipeline.Run(new LocalPool(), Encoding.UTF8.GetBytes(payload)).ShouldBeEmpty();

    [Fact]
    public void Rejects_what_is_too_long_and_what_is_no_text()
    {
        Pipeline.Run(new LocalPool(), new byte[ClientMessage.MaxBytes + 1]).Single().FindText("op")!.Value.ShouldBe("REJECT");
        Pipeline.Run(new LocalPool(), [0xff, 0xfe]).Single().FindText("op")!.Value.ShouldBe("REJECT");
    }

    [Fact]
    public void Does_not_nest_without_end()
    {
        var deep = Encoding.UTF8.GetBytes($$"""{"operation":{{string.Concat(Enumerable.Repeat("{\"a\":", 20_000))}}1{{new string('}', 20_000)}},"reqId":1}""");

        Should.NotThrow(() => Pipeline.Run(new LocalPool(), deep));
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("")]
    [InlineData("105 ")]
    public void Refuses_operations_that_nobody_knows(string type)
    {
        var pool = new LocalPool();
        pool.Judge(pool.Request(LocalPool.Trustee, LedgerMap.Of(("type", type)))).ShouldBeOfType<Admission.Refused>();
    }

    [Fact]
    public void Keeps_numbers_of_nineteen_digits_exact()
    {
        var pool = new LocalPool();
        var request = pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer), ("reqId", 9_223_372_036_854_775_807));

        var answers = Pipeline.Run(pool, request.Raw.ToStateJsonBytes());

        answers.Count.ShouldBe(2);
        answers[1].FindMap("result")!.FindMap("txn")!.FindMap("metadata")!.FindInteger("reqId")!.Value.ShouldBe(long.MaxValue);
    }

    [Fact]
    public void Refuses_a_signature_of_somebody_else_and_a_text_changed_after_signing()
    {
        var pool = new LocalPool();
        var request = pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer));
        var changed = request.Raw.With("operation", LocalPool.NewNym(LocalPool.Newcomer, "0"));
        var foreign = pool.Request(LocalPool.Steward, LocalPool.NewNym(LocalPool.Newcomer)).Raw.With("identifier", LocalPool.Trustee.Did.Text);

        pool.Judge(LedgerRequest.Parse(changed)).ShouldBeOfType<Admission.Refused>();
        pool.Judge(LedgerRequest.Parse(foreign)).ShouldBeOfType<Admission.Refused>();
    }

    private static void RunSigned(LocalPool pool, LedgerMap operation)
    {
        byte[] payload;
        try
        {
            payload = pool.Request(LocalPool.Trustee, operation).Raw.ToStateJsonBytes();
        }
        catch (LedgerException)
        {
            payload = LedgerMap.Of(("identifier", LocalPool.Trustee.Did.Text), ("reqId", 5), ("operation", operation), ("protocolVersion", 2), ("signature", "x"))
                .ToStateJsonBytes();
        }

        Should.NotThrow(() => Pipeline.Run(pool, payload), operation.ToStateJson());
    }

    private static IEnumerable<object[]> PathsOf(LedgerValue value) => value switch
    {
        LedgerMap map => map.SelectMany(member => PathsOf(member.Value).Prepend([]).Select(path => (object[])[member.Key, .. path])),
        LedgerList list => list.SelectMany((item, index) => PathsOf(item).Prepend([]).Select(path => (object[])[index, .. path])),
        _ => [],
    };

    private static LedgerValue? Replace(LedgerValue value, ReadOnlySpan<object> path, LedgerValue? by)
    {
        if (path.IsEmpty)
            return by;
        if (value is LedgerMap map)
        {
            var name = (string)path[0];
            return Replace(map.Find(name)!, path[1..], by) is { } changed ? map.With(name, changed) : map.Without(name);
        }

        var items = ((LedgerList)value).ToList();
        var at = (int)path[0];
        if (Replace(items[at], path[1..], by) is { } item)
            items[at] = item;
        else
            items.RemoveAt(at);
        return new LedgerList(items);
    }

    private static LedgerValue Nested(int depth)
    {
        LedgerValue value = 1;
        for (var i = 0; i < depth; i++)
            value = LedgerMap.Of(("a", value));
        return value;
    }
}
