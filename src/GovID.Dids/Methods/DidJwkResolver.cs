using GovID.Dids.Internal;

namespace GovID.Dids.Methods;

/// <summary>Resolves did:jwk without any network.</summary>
public sealed class DidJwkResolver : IDidResolver
{
    /// <inheritdoc/>
    public ValueTask<DidResolution> ResolveAsync(Did did, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(did);
        return ValueTask.FromResult(Resolving.Of(did, () => DidJwk.CreateDocument(did)));
    }
}
