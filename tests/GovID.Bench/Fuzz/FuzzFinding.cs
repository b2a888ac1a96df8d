namespace GovID.Bench.Fuzz;

/// <summary>An input that a target neither accepted nor refused as documented.</summary>
public sealed record FuzzFinding(string Target, int Seed, long Iteration, string Reason, byte[] Input)
{
    public void Write(TextWriter writer)
    {
        writer.WriteLine($"finding: target {Target}, seed {Seed}, iteration {Iteration}: {Reason}");
        writer.WriteLine($"input: {Convert.ToHexStringLower(Input)}");
        writer.Flush();
    }
}
