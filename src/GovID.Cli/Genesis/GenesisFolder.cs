using GovID.Cli.Shell;
using GovID.Ledger.Genesis;

namespace GovID.Cli.Genesis;

/// <summary>Writes both files of a network into a folder, never over others.</summary>
internal static class GenesisFolder
{
    public static async Task<IReadOnlyList<GenesisReport>> WriteAsync(string folder, NetworkGenesis genesis, CancellationToken cancellationToken)
    {
        var (pool, domain) = (genesis.Pool.ToBytes(), genesis.Domain.ToBytes());
        var poolPath = Path.Combine(folder, NetworkGenesis.PoolFileName);
        var domainPath = Path.Combine(folder, NetworkGenesis.DomainFileName);
        foreach (var path in new[] { poolPath, domainPath }.Where(File.Exists))
            throw new CliException(CliErrorCode.FileUnwritable, $"{path} exists already; a network's beginning is never overwritten.", path);

        Directory.CreateDirectory(folder);
        await WriteNewAsync(poolPath, pool, cancellationToken);
        await WriteNewAsync(domainPath, domain, cancellationToken);
        return [GenesisReport.Of(poolPath, pool, genesis.Pool), GenesisReport.Of(domainPath, domain, genesis.Domain)];
    }

    private static async Task WriteNewAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await file.WriteAsync(bytes, cancellationToken);
    }
}
