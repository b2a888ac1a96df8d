using GovID.Dids.Documents;
using GovID.Dids.Internal;

namespace GovID.Dids.Methods;

/// <summary>Resolves did:key without any network.</summary>
/// <param name="format">How keys are written in the documents (the method's option <c>publicKeyFormat</c>).</param>
public sealed class DidKeyResolver(VerificationKeyFormat format = VerificationKeyFormat.Deployed) : IDidResolver
{
    /// <inheritdoc/>
    public ValueTask<DidResolution> ResolveAsync(Did did, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(did);
        return ValueTask.FromResult(Resolving.Of(did, () => DidKey.CreateDocument(did, format)));
    }
}
