using GovID.Ledger.Genesis;

namespace GovID.Cli.Genesis;

/// <summary>What trustees and stewards check together before a network begins.</summary>
internal static class Ceremony
{
    private const int FewestForOneFault = 4;

    public static IEnumerable<string> Lines(NetworkPlan plan, IReadOnlyList<GenesisReport> files)
    {
        yield return "The files are written. They hold no secret; whoever changes a byte of them makes another network.";
        foreach (var line in GenesisReport.Lines(files))
            yield return line;
        yield return string.Empty;
        yield return "Ceremony";
        yield return "1. Send both files to every trustee and steward below, by a way of your choice.";
        yield return "2. Everybody runs 'govid genesis check FILE' on a machine of their own.";
        yield return "3. In one call, one person reads the words of each file aloud; everybody follows on their own screen.";
        yield return "4. Everybody finds their own lines, and says that key and address are theirs:";
        foreach (var trustee in plan.Trustees)
            yield return $"   trustee {trustee.Name}: {trustee.Did}";
        foreach (var (steward, node) in plan.Stewards.Zip(plan.Nodes))
        {
            yield return $"   steward {steward.Name}: {steward.Did}";
            yield return $"      node {node.Alias}: key {node.Dest}, nodes at {node.NodeAddress}, clients at {node.ClientAddress}";
            yield return $"      BLS key {node.BlsKey}";
        }

        yield return "5. Everybody signs the minutes, which carry the SHA-256 of both files; publish them with the files.";
        yield return "6. Only then start the validators. Secret keys never leave the machine they were made on.";
        if (plan.Nodes.Count < FewestForOneFault)
            yield return $"Warning: {plan.Nodes.Count} validators stand no failure; {FewestForOneFault} are the fewest that stand one.";
    }
}
