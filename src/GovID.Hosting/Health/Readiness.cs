using System.Collections.Concurrent;

namespace GovID.Hosting.Health;

/// <summary>Whether a program may be sent work, and why not. Each part speaks for itself.</summary>
public sealed class Readiness
{
    private readonly ConcurrentDictionary<string, string?> _parts = new(StringComparer.Ordinal);

    /// <summary>Raised after a part changed.</summary>
    public event EventHandler? Changed;

    /// <summary>True where no part is waiting for anything.</summary>
    public bool IsReady => _parts.Values.All(reason => reason is null);

    /// <summary>The parts that are not ready with their reasons, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Reasons =>
        [.. _parts.Where(part => part.Value is not null).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => KeyValuePair.Create(part.Key, part.Value!))];

    /// <summary>A part says that it is ready.</summary>
    public void Ready(string part) => Set(part, null);

    /// <summary>A part says what it is waiting for, in a sentence that tells an operator what to do.</summary>
    public void NotReady(string part, string reason) => Set(part, reason);

    private void Set(string part, string? reason)
    {
        _parts[part] = reason;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
