namespace GovID.Dids;

/// <summary>Remembers what another resolver found, for a time that depends on the method.</summary>
/// <remarks>
/// Callers who ask for one DID at the same time share one look-up, which goes on when one of them gives up. That something was not
/// reached is never remembered.
/// </remarks>
public sealed class CachingDidResolver : IDidResolver
{
    private readonly IDidResolver _inner;
    private readonly CachingDidResolverOptions _options;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly Dictionary<Did, LinkedListNode<Kept>> _kept = [];
    private readonly LinkedList<Kept> _byUse = new();
    private readonly Dictionary<Did, Task<DidResolution>> _underWay = [];

    /// <summary>Puts a cache before <paramref name="inner"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is negative, or no entry may be kept.</exception>
    public CachingDidResolver(IDidResolver inner, CachingDidResolverOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        options.EnsureValid();
        _inner = inner;
        _options = options;
        _clock = clock;
    }

    /// <inheritdoc/>
    public async ValueTask<DidResolution> ResolveAsync(Did did, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(did);
        cancellationToken.ThrowIfCancellationRequested();
        Task<DidResolution>? lookUp;
        TaskCompletionSource<DidResolution>? own = null;
        lock (_gate)
        {
            if (Find(did) is { } kept) return kept;
            if (!_underWay.TryGetValue(did, out lookUp))
            {
                own = new TaskCompletionSource<DidResolution>(TaskCreationOptions.RunContinuationsAsynchronously);
                _underWay.Add(did, lookUp = own.Task);
            }
        }

        if (own is not null) _ = LookUpAsync(did, own);
        return await lookUp.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets a DID, for instance after it was rotated or the ledger said that it changed.</summary>
    public void Forget(Did did)
    {
        ArgumentNullException.ThrowIfNull(did);
        lock (_gate) Remove(did);
    }

    private async Task LookUpAsync(Did did, TaskCompletionSource<DidResolution> answer)
    {
        try
        {
            var resolution = await _inner.ResolveAsync(did, CancellationToken.None).ConfigureAwait(false);
            lock (_gate)
            {
                _underWay.Remove(did);
                Keep(did, resolution);
            }

            answer.SetResult(resolution);
        }
#pragma warning disable CA1031 // Whatever broke belongs to those who wait for it.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            lock (_gate) _underWay.Remove(did);
            answer.SetException(broken);
        }
    }

    private DidResolution? Find(Did did)
    {
        if (!_kept.TryGetValue(did, out var node)) return null;
        if (node.Value.Until <= _clock.GetUtcNow())
        {
            Remove(did);
            return null;
        }

        _byUse.Remove(node);
        _byUse.AddLast(node);
        return node.Value.Resolution;
    }

    private void Keep(Did did, DidResolution resolution)
    {
        var span = resolution switch
        {
            DidResolution.Resolved => _options.KeepForByMethod.TryGetValue(did.Method, out var own) ? own : _options.KeepFor,
            DidResolution.NotFound or DidResolution.Invalid => _options.KeepRefusalsFor,
            _ => TimeSpan.Zero,
        };
        Remove(did);
        if (span <= TimeSpan.Zero) return;
        _kept.Add(did, _byUse.AddLast(new Kept(did, resolution, _clock.GetUtcNow() + span)));
        if (_kept.Count > _options.MaximumEntries) Remove(_byUse.First!.Value.Did);
    }

    private void Remove(Did did)
    {
        if (_kept.Remove(did, out var node)) _byUse.Remove(node);
    }

    private sealed record Kept(Did Did, DidResolution Resolution, DateTimeOffset Until);
}
