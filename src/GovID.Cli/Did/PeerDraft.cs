using GovID.Cli.Shell;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Cli.Did;

/// <summary>What a did:peer is made of on the command line: a key, perhaps an address, perhaps mediators.</summary>
internal sealed record PeerDraft(PublicKey Key, string? Endpoint, IReadOnlyList<string> RoutingKeys)
{
    private const string KeyId = "#key-1";

    public Dids.Did InceptionKey() => Endpoint is null && RoutingKeys.Count == 0
        ? DidPeer.CreateInceptionKey(Key)
        : throw new CliException(CliErrorCode.Usage, "A did:peer:0 has no service: use --basis 2 or 4 with an endpoint.", "--endpoint");

    public Dids.Did Inline() => DidPeer.CreateInline([.. Keys()], [.. Services()]);

    public Dids.Did LongForm()
    {
        var builder = new DidDocumentBuilder((Dids.Did?)null);
        var number = 0;
        foreach (var key in Keys()) builder.AddKey($"#key-{++number}", key.Key, VerificationKeyFormat.Multikey, key.Purpose);
        foreach (var service in Services()) builder.AddService(service);
        return DidPeer.CreateLongForm(builder.BuildStored());
    }

    // An Ed25519 key also brings the key that messages are encrypted to.
    private IEnumerable<PeerKey> Keys()
    {
        yield return new PeerKey(Key.Type == KeyType.X25519 ? VerificationRelationship.KeyAgreement : VerificationRelationship.Authentication, Key);
        if (Key.Type == KeyType.Ed25519) yield return new PeerKey(VerificationRelationship.KeyAgreement, Key.ToX25519());
    }

    private IEnumerable<ServiceEntry> Services()
    {
        if (Endpoint is null && RoutingKeys.Count > 0)
            throw new CliException(CliErrorCode.Usage, "A routing key belongs to an endpoint: say where messages are sent.", "--endpoint");
        if (Endpoint is null) yield break;
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || address.IsFile || Endpoint.Contains(' '))
            throw new CliException(CliErrorCode.DataRefused, $"'{Endpoint}' is not a URI such as https://agent.example.", "--endpoint");
        if (RoutingKeys.FirstOrDefault(text => !DidKey.TryParseReference(text, out _)) is { } wrong)
            throw new CliException(CliErrorCode.DataRefused, $"'{wrong}' is not a key: write did:key:z....", "--routing-key");
        yield return ServiceEntry.DidCommunication("#didcomm-0", Endpoint, [KeyId], RoutingKeys);
    }
}
