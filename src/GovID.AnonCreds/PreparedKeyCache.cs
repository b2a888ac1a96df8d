using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Mathematics;
using GovID.Cryptography.Hashing;

namespace GovID.AnonCreds;

/// <summary>
/// Keeps public keys ready for arithmetic, least recently used out first. One cache may serve any number of issuers, holders, verifiers and threads.
/// </summary>
public sealed class PreparedKeyCache
{
    /// <summary>How many keys are kept when nothing else is asked.</summary>
    public const int UsualCapacity = 64;

    /// <summary>How much memory tables take when nothing else is asked: 64 MiB, enough for the tables of some forty definitions.</summary>
    public const long UsualTableBytes = 64L * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly int _capacity;
    private readonly TableMemory _tables;
    private readonly Dictionary<string, LinkedListNode<(string Fingerprint, PreparedKey Key)>> _keys = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Fingerprint, PreparedKey Key)> _byUse = new();

    /// <summary>Creates a cache.</summary>
    /// <param name="capacity">How many keys are kept, at least 1.</param>
    /// <param name="tableBytes">
    /// The memory of all tables of powers together; 0 for none. A key gets tables once it was used a few times; when memory is short, the keys that
    /// were used longest ago go.
    /// </param>
    public PreparedKeyCache(int capacity = UsualCapacity, long tableBytes = UsualTableBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(tableBytes);
        _capacity = capacity;
        _tables = new TableMemory(tableBytes);
    }

    /// <summary>The memory that tables take now; never above the limit.</summary>
    public long UsedTableBytes => _tables.UsedBytes;

    /// <summary>Finds a key, or prepares it.</summary>
    internal PreparedKey Get(PrimaryPublicKey key)
    {
        var fingerprint = Fingerprint(key);
        lock (_lock)
        {
            if (_keys.TryGetValue(fingerprint, out var known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
                Trim();
                return known.Value.Key;
            }
        }

        var prepared = new PreparedKey(key, _tables);
        lock (_lock)
        {
            if (_keys.TryAdd(fingerprint, _byUse.AddFirst((fingerprint, prepared))))
            {
                Trim();
                return prepared;
            }

            _byUse.RemoveFirst();
            return _keys[fingerprint].Value.Key;
        }
    }

    private void Trim()
    {
        if (_tables.TakeShortage() && _keys.Count > 1)
            DropLast();
        while (_keys.Count > _capacity)
            DropLast();
    }

    private void DropLast()
    {
        var (fingerprint, key) = _byUse.Last!.Value;
        _keys.Remove(fingerprint);
        _byUse.RemoveLast();
        key.EndTables();
    }

    /// <summary>Over every member, each after its length, so that two different keys never share one.</summary>
    private static string Fingerprint(PrimaryPublicKey key)
    {
        var transcript = new Transcript();
        foreach (var value in new[] { key.N, key.S, key.Rctxt, key.Z })
            AppendPart(transcript, Transcript.Bytes(value));
        foreach (var (name, value) in key.R.OrderBy(pair => pair.Key, Utf8Order.Instance))
        {
            AppendPart(transcript, System.Text.Encoding.UTF8.GetBytes(name));
            AppendPart(transcript, Transcript.Bytes(value));
        }

        return Convert.ToHexStringLower(Sha256.Hash(transcript.Written));
    }

    private static void AppendPart(Transcript transcript, byte[] part) =>
        transcript.Append([(byte)(part.Length >> 8), (byte)(part.Length & 0xFF)]).Append(part);
}
