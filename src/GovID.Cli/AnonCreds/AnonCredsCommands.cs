using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds</c>: AnonCreds on JSON files, one object a file.</summary>
internal static class AnonCredsCommands
{
    public static CliCommand Create() => CliCommand.Group(
        "anoncreds",
        "Issue, hold and verify AnonCreds credentials on JSON files.",
        "govid anoncreds verify --presentation presentation.json --request request.json --schemas schemas.json --definitions definitions.json",
        CreateDefinition.Create(),
        CreateLinkSecret.Create(),
        OfferCredential.Create(),
        RequestCredential.Create(),
        IssueCredential.Create(),
        ProcessCredential.Create(),
        PresentCredentials.Create(),
        VerifyPresentation.Create(),
        CreateRegistry.Create(),
        CreateWitness.Create(),
        UpdateStatus.CreateStatus(),
        UpdateStatus.CreateRevoke());
}
