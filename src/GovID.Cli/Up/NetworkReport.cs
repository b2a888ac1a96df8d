using System.Globalization;
using System.Security.Cryptography;
using GovID.Cli.Shell;
using GovID.Ledger.Genesis;
using GovID.Ledger.Requests;

namespace GovID.Cli.Up;

/// <summary>The DIDs and hashes of a network, for people to compare and for scripts to read.</summary>
internal static class NetworkReport
{
    public static void Write(Output output, DevelopmentNetwork network)
    {
        var (pool, domain) = network.Genesis;
        output.Line();
        output.Line($"Network {DevelopmentNetwork.Namespace} (development: its keys are known to everybody)");
        foreach (var (name, root, content) in new[] { ("pool", pool.Root.ToString(), network.Pool), ("domain", domain.Root.ToString(), network.Domain) })
        {
            output.Line($"  {name,-8} root    {root}");
            output.Line($"  {"",-8} sha-256 {Sha256(content)}");
        }

        foreach (var nym in domain.Nyms)
            output.Line($"  {RoleOf(nym),-8} {DidOf(nym)}");
        foreach (var node in pool.ActiveNodes)
            output.Line(string.Create(CultureInfo.InvariantCulture, $"  {node.Alias,-8} {node.Dest}  node {node.NodeAddress}  clients {node.ClientAddress}"));
        WriteObject(output, network);
    }

    private static void WriteObject(Output output, DevelopmentNetwork network) => output.Object(json =>
    {
        var (pool, domain) = network.Genesis;
        json.WriteString("network", DevelopmentNetwork.Namespace);
        json.WriteString("poolRoot", pool.Root.ToString());
        json.WriteString("poolSha256", Sha256(network.Pool));
        json.WriteString("domainRoot", domain.Root.ToString());
        json.WriteString("domainSha256", Sha256(network.Domain));
        json.WriteStartArray("identifiers");
        foreach (var nym in domain.Nyms)
        {
            json.WriteStartObject();
            json.WriteString("did", DidOf(nym));
            json.WriteString("role", RoleOf(nym));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("validators");
        foreach (var node in pool.ActiveNodes)
        {
            json.WriteStartObject();
            json.WriteString("alias", node.Alias);
            json.WriteString("dest", node.Dest);
            json.WriteString("node", node.NodeAddress.ToString());
            json.WriteString("clients", node.ClientAddress.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string DidOf(GenesisNym nym) => $"did:indy:{DevelopmentNetwork.Namespace}:{nym.Dest}";

    private static string RoleOf(GenesisNym nym) => nym.Role switch
    {
        LedgerRole.Trustee => "trustee",
        LedgerRole.Steward => "steward",
        LedgerRole.Endorser => "endorser",
        LedgerRole.NetworkMonitor => "monitor",
        _ => "client",
    };

    private static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
