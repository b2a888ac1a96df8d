using GovID.Bench.Fuzz;
using GovID.Bench.Fuzz.Targets.AnonCreds;

namespace GovID.Bench.Tests.Fuzz;

public sealed class AnonCredsTargetsTests
{
    public static TheoryData<string> Targets => [.. AnonCredsTargets.List.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Starts_from_objects_that_are_read(string name)
    {
        FuzzTarget target = AnonCredsTargets.List.Single(one => one.Name == name);

        foreach (byte[] seed in target.Seeds())
            Should.NotThrow(() => target.Run(seed));
    }
}
