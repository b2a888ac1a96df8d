using System.CommandLine;
using GovID.Cli.Key;
using GovID.Cli.Shell;
using GovID.Cryptography.Keys;
using GovID.Dids.Methods;

namespace GovID.Cli.Did;

/// <summary><c>govid did create</c>: the DID of a key.</summary>
internal static class CreateDid
{
    private static readonly Argument<string> Method = new Argument<string>("METHOD") { Description = "key, jwk, peer or sov." }
        .AcceptOnlyFromAmong(DidKey.Method, DidJwk.Method, DidPeer.Method, DidSov.Method);

    private static readonly Option<string> KeyFile = new("--key") { Description = "The file with the key; its public half is used.", Required = true };

    private static readonly Option<int> Basis = new Option<int>("--basis") { Description = "peer: the numeric basis, 0, 2 or 4.", DefaultValueFactory = _ => 4 };

    private static readonly Option<string> Endpoint = new("--endpoint") { Description = "peer: where messages are sent; basis 2 and 4." };

    private static readonly Option<string[]> RoutingKeys = new("--routing-key") { Description = "peer: a mediator's key as did:key; may be repeated." };

    public static CliCommand Create() =>
        new CliCommand("create", "Make the DID of a key; of did:peer:2 and 4 both forms.", "govid did create peer --key ./issuer.jwk --endpoint https://agent.example")
            .With(Method, KeyFile, Basis, Endpoint, RoutingKeys)
            .Handles(RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation call)
    {
        var key = await SecretFile.ReadPublicAsync(call.Get(KeyFile)!, call.Cancellation);
        var did = call.Get(Method) switch
        {
            DidKey.Method => DidKey.Create(key),
            DidJwk.Method => DidJwk.Create(key),
            DidSov.Method => DidSov.Create(key),
            _ => CreatePeer(call, key),
        };
        var shortForm = did.Method == DidPeer.Method && did.MethodSpecificId[0] != '0' ? DidPeer.ShortFormOf(did).ToString() : null;
        call.Output.Answer(shortForm is null ? $"{did}" : $"{did}{Environment.NewLine}{shortForm}", json =>
        {
            json.WriteString("did", did.ToString());
            if (shortForm is not null) json.WriteString("shortForm", shortForm);
        });
        return ExitCode.Done;
    }

    private static Dids.Did CreatePeer(Invocation call, PublicKey key)
    {
        var peer = new PeerDraft(key, call.Get(Endpoint), call.Get(RoutingKeys) ?? []);
        return call.Get(Basis) switch
        {
            0 => peer.InceptionKey(),
            2 => peer.Inline(),
            4 => peer.LongForm(),
            _ => throw new CliException(CliErrorCode.Usage, "The numeric basis is 0, 2 or 4.", "--basis"),
        };
    }
}
