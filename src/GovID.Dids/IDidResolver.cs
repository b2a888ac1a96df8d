namespace GovID.Dids;

/// <summary>Finds the document of a DID (DID Core 1.0, 7.1).</summary>
/// <remarks>
/// The methods of this package implement it, did:indy and did:sov are implemented over the ledger elsewhere. What cannot be resolved
/// is a verdict, never an exception; a resolver is safe for use by many threads.
/// </remarks>
public interface IDidResolver
{
    /// <summary>Resolves a DID.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    ValueTask<DidResolution> ResolveAsync(Did did, CancellationToken cancellationToken);
}
