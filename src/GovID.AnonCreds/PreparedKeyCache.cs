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

    private readonly Lock _lock = new();
    private readonly int _capacity;
    private readonly Dictionary<string, LinkedListNode<(string Fingerprint, PreparedKey Key)>> _keys = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Fingerprint, PreparedKey Key)> _byUse = new();

    /// <summary>Creates a cache.</summary>
    /// <param name="capacity">How many keys are kept, at least 1.</param>
    public PreparedKeyCache(int capacity = UsualCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

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
                return known.Value.Key;
            }
        }

        var prepared = new PreparedKey(key);
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
        while (_keys.Count > _capacity)
        {
            _keys.Remove(_byUse.Last!.Value.Fingerprint);
            _byUse.RemoveLast();
        }
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
