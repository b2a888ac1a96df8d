using System.Text.Json;
using System.Text.Json.Serialization;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Revocation;

/// <summary>The changes between two states of a registry, as Indy ledgers keep them (specification 10.5, last part).</summary>
public sealed record RevocationRegistryDelta
{
    /// <summary>The largest delta that is read, in bytes of JSON.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    /// <summary>The version that is written.</summary>
    public const string CurrentVersion = "1.0";

    /// <summary>The version of the form.</summary>
    [JsonPropertyName("ver")]
    public required string Version { get; init; }

    /// <summary>The change.</summary>
    [JsonPropertyName("value")]
    public required RevocationRegistryDeltaValue Value { get; init; }

    /// <summary>Reads and checks a delta.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/>, <see cref="AnonCredsErrorCode.TooLarge"/> or <see cref="AnonCredsErrorCode.Invalid"/>, with the field.
    /// </exception>
    public static RevocationRegistryDelta Parse(ReadOnlySpan<byte> utf8)
    {
        var delta = StrictJson.Parse(utf8, AnonCredsJson.Default.RevocationRegistryDelta, MaximumBytes);
        delta.Validate();
        return delta;
    }

    /// <summary>Returns the changes from one status list of a registry to another.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/>: the lists are of different registries, or have no accumulator.</exception>
    public static RevocationRegistryDelta Between(RevocationStatusList from, RevocationStatusList to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        Require(from.RegistryId == to.RegistryId && from.Revoked.Count == to.Revoked.Count, "revRegDefId", "the lists are of different registries");
        Require(from.Accumulator is not null && to.Accumulator is not null, "currentAccumulator", "both lists need their accumulator");
        var changed = Enumerable.Range(0, from.Revoked.Count).Where(index => from.Revoked[index] != to.Revoked[index]).ToLookup(index => to.Revoked[index]);
        return Of(from.Accumulator, to.Accumulator!, changed[false], changed[true]);
    }

    /// <summary>The delta as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, AnonCredsJson.Default.RevocationRegistryDelta);

    /// <summary>Returns the changes of this delta and then of the next one; what is done and undone is left out.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/>: the next one begins at another accumulator than this one ends.</exception>
    public RevocationRegistryDelta Merge(RevocationRegistryDelta next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Require(next.Value.PreviousAccumulator == Value.Accumulator, "value.prevAccum", "the deltas do not follow on each other");
        HashSet<int> issued = [.. Value.Issued ?? []], revoked = [.. Value.Revoked ?? []];
        var nextIssued = (next.Value.Issued ?? []).Where(index => !revoked.Contains(index)).ToList();
        var nextRevoked = (next.Value.Revoked ?? []).Where(index => !issued.Contains(index)).ToList();
        issued.UnionWith(nextIssued);
        revoked.UnionWith(nextRevoked);
        issued.ExceptWith(next.Value.Revoked ?? []);
        revoked.ExceptWith(next.Value.Issued ?? []);
        return Of(Value.PreviousAccumulator, next.Value.Accumulator, issued, revoked);
    }

    /// <summary>Returns the status list of a registry that has changed by this delta since it was created.</summary>
    /// <param name="id">The registry's identifier.</param>
    /// <param name="registry">The registry.</param>
    /// <param name="issuanceByDefault">Whether all places were valid at first (by default) or none (on demand).</param>
    /// <param name="timestamp">The time of the list, in seconds since 1970.</param>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Invalid"/>: an index is none of 1 to L − 1.</exception>
    public RevocationStatusList ToStatusList(RevocationRegistryId id, RevocationRegistryDefinition registry, bool issuanceByDefault, ulong timestamp)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var bits = new bool[registry.Value.MaximumCredentials];
        Array.Fill(bits, !issuanceByDefault);
        Mark(bits, Value.Issued, "issued", revoked: false);
        Mark(bits, Value.Revoked, "revoked", revoked: true);
        return new RevocationStatusList
        {
            RegistryId = id,
            IssuerId = registry.IssuerId,
            Revoked = bits,
            Accumulator = Value.Accumulator,
            Timestamp = timestamp,
        };
    }

    private static RevocationRegistryDelta Of(G2Point? previous, G2Point accumulator, IEnumerable<int> issued, IEnumerable<int> revoked) => new()
    {
        Version = CurrentVersion,
        Value = new RevocationRegistryDeltaValue
        {
            PreviousAccumulator = previous,
            Accumulator = accumulator,
            Issued = Listed(issued),
            Revoked = Listed(revoked),
        },
    };

    private static int[]? Listed(IEnumerable<int> indices) => indices.Order().ToArray() is { Length: > 0 } list ? list : null;

    private static void Mark(bool[] bits, IReadOnlyList<int>? indices, string field, bool revoked)
    {
        foreach (var index in indices ?? [])
        {
            Require(index >= 1 && index < bits.Length, $"value.{field}", $"index {index} is none of 1 to {bits.Length - 1}");
            bits[index] = revoked;
        }
    }

    private static void Require(bool holds, string field, string fix)
    {
        if (!holds)
            throw new AnonCredsException(AnonCredsErrorCode.Invalid, $"The delta is refused at {field}: {fix}.", $"$.{field}");
    }

    private void Validate()
    {
        Require(Version == CurrentVersion, "ver", "only version 1.0 exists");
        HashSet<int> seen = [];
        foreach (var (field, indices) in new[] { ("issued", Value.Issued), ("revoked", Value.Revoked) })
        {
            foreach (var index in indices ?? [])
            {
                Require(index is >= 0 and <= RevocationRegistryValue.Largest, $"value.{field}", "an index is outside every registry");
                Require(seen.Add(index), $"value.{field}", "an index stands twice");
            }
        }
    }
}

/// <summary>One change of a registry.</summary>
public sealed record RevocationRegistryDeltaValue
{
    /// <summary>The accumulator before the change; absent in the first one.</summary>
    [JsonPropertyName("prevAccum")]
    [JsonConverter(typeof(AccumulatorConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public G2Point? PreviousAccumulator { get; init; }

    /// <summary>The accumulator after it.</summary>
    [JsonPropertyName("accum")]
    [JsonConverter(typeof(AccumulatorConverter))]
    public required G2Point Accumulator { get; init; }

    /// <summary>Indices that became valid; null for none.</summary>
    [JsonPropertyName("issued")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Issued { get; init; }

    /// <summary>Indices that were revoked; null for none.</summary>
    [JsonPropertyName("revoked")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Revoked { get; init; }
}
