using GovID.Cli.Shell;

namespace GovID.Cli.Key;

/// <summary><c>govid key</c>: keys in files and their encodings.</summary>
internal static class KeyCommands
{
    public static CliCommand Create() => CliCommand.Group(
        "key",
        "Make and read keys and convert their encodings.",
        "govid key new --type ed25519 --out ./issuer.jwk",
        NewKey.Create(),
        ShowKey.Create());
}
