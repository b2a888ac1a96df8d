using System.Globalization;
using GovID.Cli.Shell;
using GovID.Hosting;
using GovID.Hosting.DataFolders;
using GovID.Ledger.Genesis;

namespace GovID.Cli.Up;

/// <summary>The development network: its files as they ship, checked against the seeds that everybody knows.</summary>
internal sealed record DevelopmentNetwork(NetworkGenesis Genesis, byte[] Pool, byte[] Domain)
{
    /// <summary>The network's folder, which is its did:indy namespace.</summary>
    public const string Name = "local";

    /// <summary>The namespace of its DIDs.</summary>
    public const string Namespace = "govid:" + Name;

    private const int LargestGenesis = 1024 * 1024;

    /// <summary>What the status table says.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Namespace}: {Genesis.Pool.ActiveNodes.Count} validators, {Genesis.Domain.Nyms.Count} identifiers; files equal what the development seeds give");

    /// <summary>Anybody can write to a network whose keys are public: not in Production.</summary>
    public static void RefuseIn(HostingEnvironment environment)
    {
        if (environment.IsProduction)
        {
            throw new CliException(
                CliErrorCode.DataRefused,
                $"up uses the development network, whose keys everybody knows; Production refuses them. Remove {HostingEnvironment.Variable}, or make a network with govid genesis new.",
                HostingEnvironment.Variable);
        }
    }

    /// <summary>Reads both files, checks every line, and makes them again from the seeds: the bytes must be the same.</summary>
    public static async Task<DevelopmentNetwork> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var pool = await InputFile.ReadAsync(Path.Combine(folder, NetworkGenesis.PoolFileName), cancellationToken, LargestGenesis);
        var domain = await InputFile.ReadAsync(Path.Combine(folder, NetworkGenesis.DomainFileName), cancellationToken, LargestGenesis);
        var genesis = new NetworkGenesis(PoolGenesis.Parse(pool), DomainGenesis.Parse(domain));
        genesis.CheckStewards();
        var made = SandboxNetwork.Create(new SandboxOptions()).Genesis;
        RefuseDifference(made.Pool.Root == genesis.Pool.Root, folder, NetworkGenesis.PoolFileName);
        RefuseDifference(made.Domain.Root == genesis.Domain.Root, folder, NetworkGenesis.DomainFileName);
        return new DevelopmentNetwork(genesis, pool, domain);
    }

    /// <summary>Puts the files into the data folder; a folder that was made for another network is refused.</summary>
    public void CopyTo(DataFolder folder)
    {
        Copy(folder, NetworkGenesis.PoolFileName, Pool);
        Copy(folder, NetworkGenesis.DomainFileName, Domain);
    }

    private static void RefuseDifference(bool same, string folder, string name)
    {
        if (!same)
        {
            throw new CliException(
                CliErrorCode.DataRefused,
                $"{Path.Combine(folder, name)} is not what the development seeds give; restore it, or make a network of its own folder with govid genesis new.",
                name);
        }
    }

    private static void Copy(DataFolder folder, string name, byte[] content)
    {
        var file = Path.Combine("network", Name, name);
        var target = folder.PathOf(file);
        if (!File.Exists(target))
        {
            folder.Write(file, content);
        }
        else if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(content))
        {
            throw new CliException(
                CliErrorCode.DataRefused,
                $"{target} belongs to another network than this program's; begin anew with --fresh, which moves the folder aside.",
                name);
        }
    }
}
