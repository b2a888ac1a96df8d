using GovID.Cli.Shell;

namespace GovID.Cli.Did;

/// <summary><c>govid did</c>: identifiers that need no network.</summary>
internal static class DidCommands
{
    public static CliCommand Create() => CliCommand.Group(
        "did",
        "Read and make decentralized identifiers.",
        "govid did resolve did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th",
        CreateDid.Create(),
        ResolveDid.Create(),
        ParseDid.Create());
}
