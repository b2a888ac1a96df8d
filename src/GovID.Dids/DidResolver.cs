using System.Collections.Frozen;
using GovID.Dids.Methods;

namespace GovID.Dids;

/// <summary>Chooses the resolver by the DID's method.</summary>
public sealed class DidResolver : IDidResolver
{
    private readonly FrozenDictionary<string, IDidResolver> _resolvers;

    /// <summary>Takes one resolver per method name.</summary>
    /// <exception cref="ArgumentException">A method stands there twice.</exception>
    public DidResolver(params IEnumerable<KeyValuePair<string, IDidResolver>> resolvers)
    {
        ArgumentNullException.ThrowIfNull(resolvers);
        var given = resolvers.ToArray();
        if (given.DistinctBy(pair => pair.Key, StringComparer.Ordinal).Count() != given.Length)
            throw new ArgumentException("Two resolvers were given for one DID method.", nameof(resolvers));
        _resolvers = given.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The methods that need no network, by name: did:key, did:jwk, did:peer.</summary>
    public static IReadOnlyList<KeyValuePair<string, IDidResolver>> Offline { get; } =
    [
        new("key", new DidKeyResolver()),
        new("jwk", new DidJwkResolver()),
        new("peer", new DidPeerResolver()),
    ];

    /// <inheritdoc/>
    public ValueTask<DidResolution> ResolveAsync(Did did, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(did);
        return _resolvers.TryGetValue(did.Method, out var resolver)
            ? resolver.ResolveAsync(did, cancellationToken)
            : ValueTask.FromResult<DidResolution>(new DidResolution.MethodNotSupported(did.Method));
    }
}
