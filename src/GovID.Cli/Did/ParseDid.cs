using System.CommandLine;
using GovID.Cli.Shell;
using GovID.Dids;

namespace GovID.Cli.Did;

/// <summary><c>govid did parse</c>: the parts of a DID or DID URL.</summary>
internal static class ParseDid
{
    private static readonly Argument<string> Text = new("DID") { Description = "A DID or DID URL." };

    public static CliCommand Create() =>
        new CliCommand("parse", "Check a DID or DID URL and show its parts.", "govid did parse did:web:example.com:user:alice#key-1")
            .With(Text)
            .Handles(Run);

    private static ExitCode Run(Invocation call)
    {
        var url = DidUrl.Parse(call.Get(Text));
        (string Name, string? Value)[] parts =
        [
            ("did", url.Did.ToString()),
            ("method", url.Did.Method),
            ("id", url.Did.MethodSpecificId),
            ("path", url.Path.Length == 0 ? null : url.Path),
            ("query", url.Query),
            ("fragment", url.Fragment),
        ];
        var lines = parts.Where(part => part.Value is not null).Select(part => $"{part.Name,-9} {part.Value}");
        call.Output.Answer(string.Join(Environment.NewLine, lines), json =>
        {
            foreach (var (name, value) in parts) json.WriteString(name, value);
        });
        return ExitCode.Done;
    }
}
