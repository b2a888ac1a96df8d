using System.CommandLine;
using System.Text;
using GovID.Cli.Shell;
using GovID.Cryptography.Keys;

namespace GovID.Cli.Key;

/// <summary><c>govid key show</c>: one public key in all its encodings.</summary>
internal static class ShowKey
{
    private static readonly Argument<string> Key = new("KEY")
    {
        Description = "A file (JWK, private or public, or a line of text; - for standard input), or a did:key, multikey or base58 Ed25519 key.",
    };

    public static CliCommand Create() =>
        new CliCommand("show", "Show a public key in every encoding; of a private key file only the public half.", "govid key show ./issuer.jwk")
            .With(Key)
            .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var key = await ReadAsync(call.Get(Key), call.Cancellation);
        call.Output.Answer(PublicKeyText.Describe(key), json => PublicKeyText.Write(json, key));
        return ExitCode.Done;
    }

    private static async Task<PublicKey> ReadAsync(string text, CancellationToken cancellationToken) =>
        text != "-" && !File.Exists(text) && PublicKeyText.Parse(Encoding.UTF8.GetBytes(text)) is { } key
            ? key
            : await SecretFile.ReadPublicAsync(text, cancellationToken);
}
