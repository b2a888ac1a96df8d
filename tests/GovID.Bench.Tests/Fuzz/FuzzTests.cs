using System.Text;
using GovID.Bench.Fuzz;

namespace GovID.Bench.Tests.Fuzz;

public sealed class FuzzTests
{
    public static TheoryData<string> Targets => [.. AllTargets.List.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Finds_nothing_in_a_short_run(string target)
    {
        using StringWriter output = new(), error = new();

        int code = BenchCommand.Run(["fuzz", "--target", target, "--iterations", "300", "--seed", "5"], output, error);

        code.ShouldBe(0, output.ToString());
        output.ToString().ShouldContain("300 inputs");
    }

    [Fact]
    public void Gives_every_target_a_name_of_its_own() => AllTargets.List.Select(t => t.Name).ShouldBeUnique();

    [Fact]
    public void Prints_target_seed_and_input_of_a_finding_and_exits_with_one()
    {
        using StringWriter output = new(), error = new();
        var arguments = new BenchArguments { Name = "fuzz", Iterations = 100_000, Seed = 11 };

        int code = FuzzCommand.Run(arguments, [new FallsOverThirteen()], output, error);

        code.ShouldBe(1);
        output.ToString().ShouldContain("target falls-over-thirteen, seed 11");
        string hex = output.ToString().Split("input: ")[1].Trim();
        Convert.FromHexString(hex).ShouldContain((byte)13);
    }

    [Fact]
    public void Gives_the_same_inputs_for_the_same_seed()
    {
        Inputs(seed: 3).ShouldBe(Inputs(seed: 3));
        Inputs(seed: 3).ShouldNotBe(Inputs(seed: 4));
    }

    [Fact]
    public void Counts_a_slow_answer_as_a_finding()
    {
        var runner = new FuzzRunner(new Slow(), seed: 1, _ => { });

        FuzzFinding? finding = runner.Run(iterations: 1, time: null);

        finding.ShouldNotBeNull().Reason.ShouldStartWith("took");
    }

    [Fact]
    public void Keeps_damaged_inputs_within_the_size_limit()
    {
        var mutator = new Mutator(new Sample(), [.. new Sample().Seeds()], new Random(9));

        for (int i = 0; i < 2_000; i++) mutator.Next().Length.ShouldBeLessThanOrEqualTo(Mutator.MaximumLength);
    }

    private static List<string> Inputs(int seed)
    {
        var target = new Sample();
        var mutator = new Mutator(target, [.. target.Seeds()], new Random(seed));
        return [.. Enumerable.Range(0, 200).Select(_ => Convert.ToHexString(mutator.Next()))];
    }

    private sealed class Sample : FuzzTarget
    {
        public override string Name => "sample";

        public override bool IsJson => true;

        public override IEnumerable<byte[]> Words() => ["\"reqId\""u8.ToArray()];

        public override IEnumerable<byte[]> Seeds() =>
            ["{\"a\":[1,2,{\"b\":null}],\"c\":\"text\"}"u8.ToArray(), Encoding.UTF8.GetBytes("[true,\"日本\"]")];

        public override void Run(ReadOnlySpan<byte> input)
        {
        }

        public override bool IsRefusal(Exception exception) => false;
    }

    private sealed class FallsOverThirteen : FuzzTarget
    {
        public override string Name => "falls-over-thirteen";

        public override IEnumerable<byte[]> Seeds() => [[1, 2, 3]];

        public override void Run(ReadOnlySpan<byte> input)
        {
            if (input.Contains((byte)13)) throw new InvalidOperationException("thirteen");
            throw new FormatException("always refused");
        }

        public override bool IsRefusal(Exception exception) => exception is FormatException;
    }

    private sealed class Slow : FuzzTarget
    {
        public override string Name => "slow";

        public override TimeSpan TimeLimit => TimeSpan.FromMilliseconds(1);

        public override IEnumerable<byte[]> Seeds() => [[1]];

        public override void Run(ReadOnlySpan<byte> input) => SpinWait.SpinUntil(() => false, TimeSpan.FromMilliseconds(20));

        public override bool IsRefusal(Exception exception) => false;
    }
}
