using System.CommandLine;
using GovID.AnonCreds;
using GovID.AnonCreds.Presentations;
using GovID.Cli.AnonCreds.Objects;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds present</c>: the answer to a presentation request.</summary>
internal static class PresentCredentials
{
    private static readonly Option<string> Request = ObjectFile.Needed("--request", "The file with the presentation request.");
    private static readonly Option<string> SelfAttested = ObjectFile.Optional("--self-attested", "The file with values stated without a credential: a JSON object from referents to texts.");
    private static readonly Option<string> Out = ObjectFile.Needed("--out", "The file for the presentation.");

    public static CliCommand Create() => new CliCommand(
        "present",
        "Answer a presentation request. Without --answer, each referent is answered by the first credential that fits.",
        "govid anoncreds present --request request.json --credential held.json --schemas schemas.json --definitions definitions.json --link-secret link-secret.txt --out presentation.json")
        .With(Request, LinkSecretFile.Option, SelfAttested, Out, Repetition.Option)
        .With(PublicObjects.Options)
        .With(PresentationAnswers.Options)
        .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var request = await call.ReadAsync(Request, PresentationRequest.Parse);
        var stated = await call.ReadOptionalAsync(SelfAttested, ObjectMap.Texts) ?? [];
        using var secret = await call.ReadAsync(LinkSecretFile.Option, LinkSecretFile.Read);
        var answers = await PresentationAnswers.ReadAsync(call, await PublicObjects.ReadAsync(call));
        var chosen = answers.Choose(request, stated.Keys);
        var holder = new Holder();
        var (presentation, times) = Repetition.Run(call, () => holder.Present(request, chosen, secret, stated));
        await call.WriteAsync(Out, presentation.ToUtf8Json());
        times.ReportFiles(call, call.Get(Out)!);
        return ExitCode.Done;
    }
}
