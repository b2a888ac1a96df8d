namespace GovID.Bench.Fuzz.Targets.Cryptography;

/// <summary>A property that must hold for every accepted input; its breach is a finding.</summary>
internal static class Expect
{
    public static void That(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException(otherwise);
    }
}
