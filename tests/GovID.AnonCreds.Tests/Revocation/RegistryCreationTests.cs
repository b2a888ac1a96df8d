using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
using GovID.TestKit;

namespace GovID.AnonCreds.Tests.Revocation;

public sealed class RegistryCreationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_new_registry_holds_what_its_private_key_says()
    {
        var vector = RegistryVector.Read("lic-8");

        var created = Issuer.CreateRegistry(
            vector.DefinitionId, vector.Definition, Options(vector) with { MaximumCredentials = 300, TailsLocation = hash => $"https://tails.example/{hash}" }, Token);

        using var secret = RevocationRegistryPrivate.Parse(created.Private.ExportUtf8Json());
        var registry = RevocationRegistryDefinition.Parse(created.Definition.ToUtf8Json());
        var list = RevocationStatusList.Parse(created.StatusList.ToUtf8Json());
        var key = vector.Definition.Value.Revocation!;
        registry.ShouldBe(created.Definition);
        registry.IssuerId.ShouldBe(vector.Definition.IssuerId);
        registry.CredentialDefinitionId.ShouldBe(vector.DefinitionId);
        registry.Value.PublicKeys.AccumulatorKey.Z.ShouldBe(RegistryArithmetic.Z(key, secret.Gamma, 300));
        registry.Value.TailsLocation.ShouldBe($"https://tails.example/{registry.Value.TailsHash}");
        list.Accumulator.ShouldBe(RegistryArithmetic.InitialAccumulator(key, secret.Gamma, 300));
        list.Revoked.ShouldBe(new bool[300]);
        TailsFile.Verify(_folder.Path("tails"), registry, Token);
        created.Private.Dispose();
    }

    [Fact]
    public void A_credential_of_a_new_registry_is_issued_held_and_verified()
    {
        var vector = RegistryVector.Read("lic-8");
        var created = Issuer.CreateRegistry(vector.DefinitionId, vector.Definition, Options(vector) with { MaximumCredentials = 20 }, Token);
        using var flow = new RevocationFlow(vector.With(created));
        using var tails = TailsFile.Open(_folder.Path("tails"), created.Definition);
        var revoked = flow.Update(created.StatusList, new StatusListChange { Revoked = new HashSet<int> { 1, 18 }, Timestamp = 6 });

        var (_, held) = flow.Issue(19, revoked);
        var state = Holder.CreateRevocationState(new RevocableCredential(held, vector.Definition, created.Definition, tails), revoked);

        flow.PresentAndVerify(held, state, revoked).ShouldBe(new PresentationVerdict.Accepted());
        created.Private.Dispose();
    }

    [Fact]
    public void Refuses_registries_issued_on_demand_sizes_without_a_place_and_keys_without_revocation()
    {
        var vector = RegistryVector.Read("lic-8");
        var plain = vector.Definition with { Value = vector.Definition.Value with { Revocation = null } };

        Refuses(() => Issuer.CreateRegistry(vector.DefinitionId, vector.Definition, Options(vector) with { IssuanceByDefault = false }, Token));
        Refuses(() => Issuer.CreateRegistry(vector.DefinitionId, vector.Definition, Options(vector) with { MaximumCredentials = 1 }, Token));
        Refuses(() => Issuer.CreateRegistry(vector.DefinitionId, vector.Definition, Options(vector) with { MaximumCredentials = 1_000_001 }, Token));
        Refuses(() => Issuer.CreateRegistry(vector.DefinitionId, plain, Options(vector), Token));

        void Refuses(Action action) => Should.Throw<AnonCredsException>(action).Code.ShouldBe(AnonCredsErrorCode.Invalid);
    }

    public void Dispose() => _folder.Dispose();

    private RegistryOptions Options(RegistryVector vector) =>
        new() { Id = vector.Id, MaximumCredentials = 2, TailsPath = _folder.Path("tails"), Timestamp = 5 };
}
