using System.CommandLine;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Revocation;
using GovID.Cli.AnonCreds.Objects;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds revoke</c> and <c>status</c>: the next status list of a registry.</summary>
internal static class UpdateStatus
{
    private static readonly Option<string> Definition = ObjectFile.Needed("--definition", "The file with the credential definition.");
    private static readonly Option<string> Registry = ObjectFile.Needed("--registry", "The file with the registry definition.");
    private static readonly Option<string> Private = ObjectFile.Needed("--registry-private", "The file with its private key.");
    private static readonly Option<string> StatusList = ObjectFile.Needed("--status-list", "The file with its newest status list.");
    private static readonly Option<int[]> Indices = new("--index") { Description = "A place to revoke; may be repeated.", Required = true };
    private static readonly Option<int[]> Issued = new("--issued") { Description = "A place that is valid from now on; may be repeated." };
    private static readonly Option<int[]> Revoked = new("--revoked") { Description = "A place that is revoked from now on; may be repeated." };
    private static readonly Option<ulong> Time = new("--time") { Description = "The time of the new list, in seconds since 1970.", Required = true };
    private static readonly Option<string> Out = ObjectFile.Needed("--out", "The file for the next status list.");

    private const string Files = "--definition definition.json --registry registry.json --registry-private registry-private.json --status-list list.json --time 1793491200 --out next.json";

    public static CliCommand CreateRevoke() => new CliCommand("revoke", "Revoke credentials: make the next status list.", $"govid anoncreds revoke --index 3 {Files}")
        .With(Definition, Registry, Private, StatusList, Indices, Time, Out, Repetition.Option)
        .Handles(call => RunAsync(call, [], call.Get(Indices)));

    public static CliCommand CreateStatus() => new CliCommand("status", "Make the next status list: a new time, places issued, revoked or taken back.", $"govid anoncreds status --issued 3 {Files}")
        .With(Definition, Registry, Private, StatusList, Issued, Revoked, Time, Out, Repetition.Option)
        .Handles(call => RunAsync(call, call.Get(Issued), call.Get(Revoked)));

    private static async Task<ExitCode> RunAsync(Invocation call, int[]? issued, int[]? revoked)
    {
        var definition = await call.ReadAsync(Definition, CredentialDefinition.Parse);
        var registry = await call.ReadAsync(Registry, RevocationRegistryDefinition.Parse);
        var list = await call.ReadAsync(StatusList, RevocationStatusList.Parse);
        using var secret = await call.ReadAsync(Private, RevocationRegistryPrivate.Parse);
        var change = new StatusListChange { Issued = (issued ?? []).ToHashSet(), Revoked = (revoked ?? []).ToHashSet(), Timestamp = call.Get(Time) };
        var (next, times) = Repetition.Run(call, () => Issuer.UpdateStatusList(definition, registry, secret, list, change));
        await call.WriteAsync(Out, next.ToUtf8Json());
        times.ReportFiles(call, call.Get(Out)!);
        return ExitCode.Done;
    }
}
