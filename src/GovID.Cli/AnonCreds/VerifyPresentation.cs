using System.CommandLine;
using System.Diagnostics;
using GovID.AnonCreds;
using GovID.AnonCreds.Presentations;
using GovID.Cli.AnonCreds.Objects;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds;

/// <summary><c>govid anoncreds verify</c>: whether a presentation answers a request.</summary>
internal static class VerifyPresentation
{
    private static readonly Option<string> PresentationFile = ObjectFile.Needed("--presentation", "The file with the presentation.");
    private static readonly Option<string> Request = ObjectFile.Needed("--request", "The file with the presentation request.");

    public static CliCommand Create() => new CliCommand(
        "verify",
        "Verify a presentation; exit code 1 when it is refused.",
        "govid anoncreds verify --presentation presentation.json --request request.json --schemas schemas.json --definitions definitions.json")
        .With(PresentationFile, Request, Repetition.Option)
        .With(PublicObjects.VerifierOptions)
        .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var presentation = await call.ReadAsync(PresentationFile, Presentation.Parse);
        var request = await call.ReadAsync(Request, PresentationRequest.Parse);
        var objects = await PublicObjects.ReadAsync(call);
        var verifier = new Verifier();
        var (verdict, times) = Repetition.Run(call, () => verifier.Verify(presentation, request, objects));
        var (text, check, where) = verdict switch
        {
            PresentationVerdict.Accepted => ("Accepted.", null, null),
            PresentationVerdict.Rejected no => ($"Refused at {no.Check} ({no.Where ?? "whole presentation"}): {no.Detail}.", no.Check.ToString(), no.Where),
            PresentationVerdict.NotEvaluated open => ($"Not evaluated: {open.Missing} is missing ({open.Check}, {open.Where}).", open.Check.ToString(), open.Where),
            _ => throw new UnreachableException(),
        };
        times.Report(call, text, json =>
        {
            json.WriteBoolean("accepted", verdict is PresentationVerdict.Accepted);
            json.WriteString("check", check);
            json.WriteString("where", where);
            json.WriteString("detail", text);
        });
        return verdict is PresentationVerdict.Accepted ? ExitCode.Done : ExitCode.No;
    }
}
