using System.Text;

namespace GovID.Bench.Fuzz.Targets;

/// <summary>The command line of this program itself: it refuses by a sentence and throws nothing.</summary>
public sealed class BenchArgumentsTarget : FuzzTarget
{
    public override string Name => "bench-arguments";

    public override IEnumerable<byte[]> Words() => ["--json"u8.ToArray(), "--minutes"u8.ToArray(), "--seed "u8.ToArray()];

    public override IEnumerable<byte[]> Seeds() => ["crypto --json --quick"u8.ToArray(), "fuzz --minutes 0.5 --seed 7 --target x"u8.ToArray()];

    public override void Run(ReadOnlySpan<byte> input) =>
        _ = BenchArguments.TryParse(Encoding.UTF8.GetString(input).Split(' '), out _, out _);

    public override bool IsRefusal(Exception exception) => false;
}
