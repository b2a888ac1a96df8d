using System.Text;
using GovID.Ledger.Validation.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Internal;

/// <summary>The validators in the pool state, and what a new or changed one must not share with the others (specification 11.9).</summary>
internal sealed class NodeTable(IReadOnlyList<KeyValuePair<byte[], byte[]>> entries)
{
    private static readonly string[] Required = ["alias", "client_ip", "client_port", "node_ip", "node_port"];

    private readonly (string Dest, LedgerMap Record)[] _nodes =
        [.. entries.Select(entry => (Encoding.UTF8.GetString(entry.Key), LedgerMap.Parse(entry.Value)))];

    /// <summary>The record of a node, or null.</summary>
    public LedgerMap? Find(string dest) => Array.Find(_nodes, node => node.Dest == dest).Record;

    /// <summary>What is wrong with a new node, or null.</summary>
    public string? JudgeNew(LedgerMap data, string steward)
    {
        if (!Array.TrueForAll(Required, data.Contains))
            return $"Missing some of {{{string.Join(", ", Required.Select(ReasonValues.Quoted))}}}";
        if (JudgeOwnAddresses(data) is { } fault)
            return fault;
        if (Array.Exists(_nodes, node => node.Record.FindText("identifier")?.Value == steward))
            return $"{steward} already has a node";
        return Conflict(data, null) is { } conflict ? Describe(data, conflict) : null;
    }

    /// <summary>What is wrong with a change, or null.</summary>
    public string? JudgeChange(LedgerMap data, string dest)
    {
        var known = Find(dest)!;
        if (JudgeOwnAddresses(data) is { } fault)
            return fault;
        if (known.Without("identifier") == data)
            return "node already has the same data as requested";
        if (known.Find("alias") != data.Find("alias"))
            return Describe(data, "Node's alias cannot be changed");
        return Conflict(data, dest) is { } conflict ? Describe(data, conflict) : null;
    }

    private static string? JudgeOwnAddresses(LedgerMap data) =>
        data.Contains("node_ip") && data.Find("node_ip") == data.Find("client_ip") && data.Find("node_port") == data.Find("client_port")
            ? "node and client ha cannot be same"
            : null;

    private static string Describe(LedgerMap data, string conflict) =>
        $"existing data has conflicts with request data {ReasonValues.Quoted(data)}. Error: {conflict}";

    private string? Conflict(LedgerMap data, string? dest)
    {
        foreach (var (other, record) in _nodes)
        {
            if (other == dest)
                continue;
            if (data.Find("alias") == record.Find("alias"))
                return "Node's alias must be unique";
            if (SharesAddress(data, record, "node_ip", "node_port"))
                return "Node's nodestack addresses must be unique";
            if (SharesAddress(data, record, "client_ip", "client_port"))
                return "Node's clientstack addresses must be unique";
        }

        return null;
    }

    private static bool SharesAddress(LedgerMap data, LedgerMap record, string host, string port) =>
        data.Contains(host) && data.Find(host) == record.Find(host) && data.Find(port) == record.Find(port);
}
