using System.Text.Json;
using GovID.Bench.Benchmarks;
using GovID.Bench.Measurement;

namespace GovID.Bench.Tests;

public sealed class BenchCommandTests
{
    [Fact]
    public void Names_what_it_knows_when_the_name_is_unknown()
    {
        (int code, string output, string error) = Run("crypt");

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("crypto");
        error.ShouldContain("ledger-core");
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("crypto", "--minutes")]
    [InlineData("crypto", "--minutes", "0")]
    [InlineData("fuzz", "--seed", "x")]
    [InlineData("fuzz", "--what")]
    public void Refuses_a_command_line_it_cannot_read(params string[] args) => Run(args).Code.ShouldBe(2);

    [Fact]
    public void Prints_one_json_object_with_goal_limit_and_ratio()
    {
        var output = new StringWriter();
        Metric[] metrics =
        [
            Metric.Beside("ours beside theirs", 1.5, "ms", "peer", 3) with { Goal = Goal.Parse("<= 1.4") },
            new("alone", 12345.678, "ops/s"),
        ];

        JsonReport.Write(output, "sample", Machine.Describe(), metrics);

        using var document = JsonDocument.Parse(output.ToString());
        JsonElement root = document.RootElement;
        root.GetProperty("name").GetString().ShouldBe("sample");
        root.GetProperty("machine").GetProperty("cores").GetInt32().ShouldBe(Environment.ProcessorCount);
        JsonElement first = root.GetProperty("metrics")[0];
        first.GetProperty("goal").GetString().ShouldBe("<= 1.4");
        first.GetProperty("met").GetBoolean().ShouldBeFalse();
        first.GetProperty("limit").GetString().ShouldBe("peer");
        first.GetProperty("limit_value").GetDouble().ShouldBe(3);
        first.GetProperty("ratio").GetDouble().ShouldBe(0.5);
        root.GetProperty("metrics")[1].GetProperty("met").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("<= 1.4", 1.4, true)]
    [InlineData("<= 1.4", 1.41, false)]
    [InlineData(">= 1000", 1000, true)]
    [InlineData(">= 1000", 999, false)]
    public void Compares_a_figure_with_its_goal(string goal, double value, bool met) => Goal.Parse(goal).IsMetBy(value).ShouldBe(met);

    [Fact]
    public void Gives_every_benchmark_a_name_of_its_own() => AllBenchmarks.List.Select(b => b.Name).ShouldBeUnique();

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = BenchCommand.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
