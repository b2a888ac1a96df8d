using System.CommandLine;
using System.Diagnostics;
using GovID.Cli.Shell;
using GovID.Dids;
using GovID.Dids.Methods;

namespace GovID.Cli.Did;

/// <summary><c>govid did resolve</c>: the document of a DID that needs no network.</summary>
internal static class ResolveDid
{
    private const int LargestStored = 64 * 1024;

    private static readonly Argument<string> Text = new("DID") { Description = "A did:key, did:jwk or did:peer." };

    private static readonly Option<string> Stored = new("--stored")
    {
        Description = "The file with what a did:peer:1, 3 or short 4 stands for: the document, or the long form.",
    };

    public static CliCommand Create() =>
        new CliCommand("resolve", "Show the document of a DID that needs no network.", "govid did resolve did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th")
            .With(Text, Stored)
            .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var did = Dids.Did.Parse(call.Get(Text));
        var stored = call.Get(Stored) is { } path ? await InputFile.ReadTextAsync(path, call.Cancellation, LargestStored) : null;
        var resolver = new DidResolver(DidResolver.Offline.Where(pair => pair.Key != DidPeer.Method)
            .Append(new(DidPeer.Method, new DidPeerResolver((_, _) => ValueTask.FromResult(stored)))));
        switch (await resolver.ResolveAsync(did, call.Cancellation))
        {
            case DidResolution.Resolved found:
                call.Output.Answer(DocumentText.Of(found.Document), json =>
                {
                    json.WritePropertyName("didDocument");
                    found.Document.Json.WriteTo(json);
                });
                return ExitCode.Done;
            case DidResolution.Invalid invalid:
                throw new CliException(CliErrorCode.DataRefused, invalid.Detail, "did");
            case DidResolution.MethodNotSupported other:
                throw new CliException(CliErrorCode.DataRefused, $"did:{other.Method} is not resolved here: this command asks no network.", "did");
            case DidResolution.NotFound absent:
                return No(call, absent.Detail, absent.Error);
            default:
                throw new UnreachableException();
        }
    }

    private static ExitCode No(Invocation call, string detail, string? error)
    {
        call.Output.Answer($"Not found. {detail} (--stored FILE)", json => json.WriteString("error", error));
        return ExitCode.No;
    }
}
