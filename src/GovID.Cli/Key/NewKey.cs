using System.CommandLine;
using System.Security.Cryptography;
using GovID.Cli.Shell;
using GovID.Cryptography.Keys;

namespace GovID.Cli.Key;

/// <summary><c>govid key new</c>: makes a key and keeps it in a file of the owner's.</summary>
internal static class NewKey
{
    private static readonly Option<string> Type = new Option<string>("--type")
    {
        Description = "The curve.",
        DefaultValueFactory = _ => KeyNames.Of(KeyType.Ed25519),
    }.AcceptOnlyFromAmong([.. KeyNames.All]);

    private static readonly Option<string> Out = new("--out") { Description = "The file for the private key (JWK, mode 0600); it must not exist.", Required = true };

    private static readonly Option<string> SeedFile = new("--seed-file") { Description = "Make the Ed25519 key of this seed: 32 bytes of text or 64 hex digits." };

    public static CliCommand Create() =>
        new CliCommand("new", "Make a key and write it to a file that only you can read.", "govid key new --type ed25519 --out ./issuer.jwk")
            .With(Type, Out, SeedFile)
            .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var type = KeyNames.Parse(call.Get(Type)!);
        var path = call.Get(Out)!;
        using var key = call.Get(SeedFile) is { } seed ? await FromSeedAsync(type, seed, call.Cancellation) : PrivateKey.Generate(type);
        SecretFile.Write(path, key);
        call.Output.Answer($"The private key is in {path}; keep it secret and keep a copy.{Environment.NewLine}{PublicKeyText.Describe(key.PublicKey)}", json =>
        {
            json.WriteString("file", path);
            PublicKeyText.Write(json, key.PublicKey);
        });
        return ExitCode.Done;
    }

    private static async Task<PrivateKey> FromSeedAsync(KeyType type, string path, CancellationToken cancellationToken)
    {
        if (type != KeyType.Ed25519) throw new CliException(CliErrorCode.Usage, "A seed makes an Ed25519 key only.", "--seed-file");
        var seed = await SecretFile.ReadSeedAsync(path, cancellationToken);
        try
        {
            return PrivateKey.Import(type, seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }
}
