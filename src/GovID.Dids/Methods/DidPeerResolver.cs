using GovID.Dids.Internal;

namespace GovID.Dids.Methods;

/// <summary>Resolves did:peer without any network.</summary>
/// <remarks>
/// Numeric basis 0, 2 and the long form of 4 carry their document. For 1, 3 and the short form of 4 the resolver asks
/// <paramref name="findStored"/> and believes what it returns only when the DID is its hash.
/// </remarks>
/// <param name="findStored">
/// What the agent stored when it first saw the DID: the long form (3, 4) or the document's JSON (1); null when it never did.
/// </param>
/// <param name="naming">How services of a did:peer:2 without an id of their own are named.</param>
public sealed class DidPeerResolver(
    Func<Did, CancellationToken, ValueTask<string?>>? findStored = null,
    PeerServiceNaming naming = PeerServiceNaming.TypeAndPosition) : IDidResolver
{
    /// <inheritdoc/>
    public async ValueTask<DidResolution> ResolveAsync(Did did, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(did);
        if (!NeedsStored(did)) return WithForms(did, Resolving.Of(did, () => DidPeer.CreateDocument(did, naming)));
        var stored = findStored is null ? null : await findStored(did, cancellationToken).ConfigureAwait(false);
        return stored is null
            ? new DidResolution.NotFound("Nothing is stored under this did:peer; the other side must send its long form or its document first.")
            : WithForms(did, Resolving.Of(did, () => DidPeer.CreateDocument(did, stored, naming)));
    }

    private static bool NeedsStored(Did did) =>
        did.MethodSpecificId[0] is '1' or '3' || (did.MethodSpecificId[0] == '4' && !DidPeer.IsLongForm(did));

    // The two forms of a did:peer:4 are one subject by the method's own rule, which alsoKnownAs alone would not say.
    private static DidResolution WithForms(Did did, DidResolution resolution) =>
        resolution is DidResolution.Resolved resolved && did.MethodSpecificId[0] is '3' or '4'
            ? resolved with { Metadata = new() { EquivalentIds = [Did.Parse(resolved.Document.AlsoKnownAs[^1])] } }
            : resolution;
}
