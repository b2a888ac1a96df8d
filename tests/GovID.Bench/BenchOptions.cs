namespace GovID.Bench;

/// <summary>How thorough a run is.</summary>
public sealed record BenchOptions(bool Quick)
{
    /// <summary>Rounds whose median is reported.</summary>
    public int Rounds => Quick ? 3 : 9;

    /// <summary>How long one round lasts.</summary>
    public TimeSpan RoundLength => TimeSpan.FromMilliseconds(Quick ? 30 : 120);
}
