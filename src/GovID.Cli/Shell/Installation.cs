namespace GovID.Cli.Shell;

/// <summary>Finds what lies beside the program: the repository's folders, or those of a published folder.</summary>
internal static class Installation
{
    /// <summary>The folder of a network's genesis files, found upwards from the program.</summary>
    /// <exception cref="CliException"><see cref="CliErrorCode.EnvironmentLacking"/>: there is none.</exception>
    public static string NetworkFolder(string network)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "ledger-genesis", network);
            if (Directory.Exists(candidate))
                return candidate;
        }

        throw new CliException(
            CliErrorCode.EnvironmentLacking,
            $"ledger-genesis/{network} lies neither beside the program nor above it; run govid from a complete checkout or published folder.",
            network);
    }
}
