using System.Buffers;
using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Methods;
using GovID.TestKit;

namespace GovID.Dids.Tests.Methods;

/// <summary>The did:peer that agents sent each other in the shared recordings.</summary>
public sealed class RecordedPeerDidTests
{
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    public static TheoryData<string> Files => SharedData.Exists
        ? [.. new[] { "aries/didcomm-v1", "aries/acapy" }.SelectMany(folder => Directory.EnumerateFiles(SharedData.Vectors(folder), "*.json"))]
        : [string.Empty];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Resolves_every_one_to_keys_and_a_reachable_service(string file)
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        foreach (var did in Find(text, "did:peer:2.").Concat(Find(text, "did:peer:4z").Where(DidPeer.IsLongForm)).Distinct())
        {
            var resolution = await new DidPeerResolver().ResolveAsync(did, TestContext.Current.CancellationToken);

            var document = resolution.ShouldBeOfType<DidResolution.Resolved>(did.ToString()).Document;
            document.Validate().ShouldBeEmpty();
            document.KeysFor(VerificationRelationship.Authentication).ShouldNotBeEmpty();
            foreach (var service in document.Services)
            {
                service.Endpoints.ShouldAllBe(endpoint => endpoint.Uri != null);
                service.RecipientKeys.ShouldAllBe(name => IsSigningKey(document.FindKey(name)));
                service.RoutingKeys.ShouldAllBe(name => IsSigningKey(document.FindKey(name)));
            }
        }
    }

    private static bool IsSigningKey(PublicKey? key) => key?.Type == KeyType.Ed25519;

    private static IEnumerable<Did> Find(string text, string prefix)
    {
        for (var at = text.IndexOf(prefix, StringComparison.Ordinal); at >= 0; at = text.IndexOf(prefix, at + 1, StringComparison.Ordinal))
        {
            var length = text.AsSpan(at).IndexOfAnyExcept(Letters);
            if (Did.TryParse(text.Substring(at, length < 0 ? text.Length - at : length), out var did)) yield return did;
        }
    }
}
