namespace GovID.AnonCreds.Revocation;

/// <summary>
/// Hands out the places of a registry, each once (specification 10.6). Two credentials at one place could only be revoked together, and their
/// holders could be confused. This object remembers while it lives; the caller writes an allocation down, in a transaction, before it reserves.
/// Safe for use by many threads.
/// </summary>
public sealed class RevocationRegistryPlaces
{
    private readonly Lock _lock = new();
    private readonly HashSet<int> _used;
    private readonly int _places;

    /// <summary>Creates it for one registry.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="used">The indices that were ever handed out, revoked ones included: a place is never free again.</param>
    public RevocationRegistryPlaces(RevocationRegistryDefinition registry, IEnumerable<int> used)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(used);
        _places = registry.Value.MaximumCredentials;
        _used = [.. used];
    }

    /// <summary>Takes a place for one credential.</summary>
    /// <param name="index">The index, 1 to L − 1.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/>: the registry has no such place, or it is taken.</exception>
    public ReservedIndex Reserve(int index)
    {
        if (index < 1 || index >= _places)
            throw Refused($"index {index} is none of 1 to {_places - 1}");
        lock (_lock)
        {
            return _used.Add(index) ? new ReservedIndex(index) : throw Refused($"index {index} was used before; take another");
        }
    }

    private static AnonCredsException Refused(string why) => new(AnonCredsErrorCode.Invalid, $"The place is refused: {why}.", "$.index");
}

/// <summary>A place in a registry that is good for one credential; made by <see cref="RevocationRegistryPlaces.Reserve"/>.</summary>
public sealed class ReservedIndex
{
    private int _spent;

    internal ReservedIndex(int index) => Index = index;

    /// <summary>The index, 1 to L − 1.</summary>
    public int Index { get; }

    /// <summary>True once a credential was signed for the place, or was about to be.</summary>
    public bool IsSpent => Volatile.Read(ref _spent) != 0;

    /// <summary>Returns the index.</summary>
    public override string ToString() => Index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Marks the place as used; a second time is an error.</summary>
    internal void Spend()
    {
        if (Interlocked.Exchange(ref _spent, 1) != 0)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, "A credential was issued for this place already: reserve another.", "$.index");
    }
}
