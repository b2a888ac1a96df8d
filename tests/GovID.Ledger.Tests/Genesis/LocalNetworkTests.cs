using System.Security.Cryptography;
using GovID.Ledger.Genesis;
using GovID.Ledger.Identifiers;
using GovID.TestKit;

namespace GovID.Ledger.Tests.Genesis;

/// <summary>The checked-in development network is what the seeds give, and its README says so truly.</summary>
public sealed class LocalNetworkTests
{
    private static readonly string Folder = Path.Combine(SharedData.Repository, "ledger-genesis", "local");
    private static readonly SandboxNetwork Network = SandboxNetwork.Create(new SandboxOptions());

    [Fact]
    public void Equals_what_the_seeds_give_byte_for_byte()
    {
        File.ReadAllBytes(Path.Combine(Folder, NetworkGenesis.PoolFileName)).ShouldBe(Network.Genesis.Pool.ToBytes());
        File.ReadAllBytes(Path.Combine(Folder, NetworkGenesis.DomainFileName)).ShouldBe(Network.Genesis.Domain.ToBytes());
    }

    [Fact]
    public void Has_the_root_that_existing_tools_know() =>
        Network.Genesis.Pool.Root.ToString().ShouldBe("H6Xnsc74UifcrwrRT5n6VFiBzz8yqYkq8UDM8Ey9c7mG");

    [Fact]
    public void Names_its_hashes_and_identities_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Folder, "README.md"));

        readme.ShouldContain($"| `pool_transactions_genesis` | `{Hash(Network.Genesis.Pool.ToBytes())}` | `{Network.Genesis.Pool.Root}` |");
        readme.ShouldContain($"| `domain_transactions_genesis` | `{Hash(Network.Genesis.Domain.ToBytes())}` | `{Network.Genesis.Domain.Root}` |");
        foreach (var person in (SandboxIdentity[])[Network.Trustee, .. Network.Stewards, .. Network.Clients])
            readme.ShouldContain($"| {person.Name} | `{person.Did}` | `{Verkey.Abbreviate(person.PublicKey)}` |");
        foreach (var node in Network.Genesis.Pool.Nodes)
            readme.ShouldContain($"| {node.Alias} | `{node.Dest}` | {node.NodeAddress.Port} | {node.ClientAddress.Port} | Steward{node.Alias[^1]} |");
    }

    [Fact]
    public void Gives_every_node_a_steward_of_its_own_and_a_proven_key()
    {
        Network.Genesis.CheckStewards();
        Network.Genesis.Pool.ActiveNodes.Select(node => node.CheckBlsKey()).ShouldAllBe(verdict => verdict == BlsKeyVerdict.Proven);
    }

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
