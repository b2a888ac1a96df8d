using GovID.Cryptography.Keys;
using GovID.Dids.Documents;
using GovID.Dids.Methods;
using GovID.TestKit;

namespace GovID.Dids.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public async Task The_example_runs()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        #region example
        using var key = PrivateKey.Generate(KeyType.Ed25519);
        var stored = new DidDocumentBuilder(subject: null)
            .AddKey("#key-1", key.PublicKey, VerificationKeyFormat.Multikey, VerificationRelationship.Authentication)
            .AddService(ServiceEntry.DidCommunication("#didcomm", "https://agent.example", ["#key-1"], []))
            .BuildStored();
        var did = DidPeer.CreateLongForm(stored);

        var resolver = new DidResolver(DidResolver.Offline);
        switch (await resolver.ResolveAsync(did, cancellationToken))
        {
            case DidResolution.Resolved found:
                var theirs = found.Document.KeysFor(VerificationRelationship.Authentication)[0];
                break;
        }
        #endregion

        (await resolver.ResolveAsync(did, cancellationToken)).Error.ShouldBeNull();
    }

    [Fact]
    public void Every_error_code_is_explained()
    {
        var readme = File.ReadAllText(Path.Combine(SharedData.Repository, "src", "GovID.Dids", "README.md"));

        foreach (var code in Enum.GetNames<DidErrorCode>()) readme.ShouldContain($"`{code}`");
    }
}
