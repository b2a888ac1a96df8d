using System.Buffers;
using GovID.Cryptography.Hashing;
using GovID.Ledger.Merkle;
using GovID.Ledger.State;

namespace GovID.Ledger.Internal.Trie;

/// <summary>The nodes of one proof, found by their hashes, and the strict walk through them.</summary>
internal ref struct ProofWalk
{
    private const int MaxNodes = 512;
    private const int EmbeddedLimit = 32;
    private const int BranchItems = 17;

    private readonly MerkleHash _root;
    private readonly ReadOnlySpan<byte> _payload;
    private readonly List<Entry> _entries = [];
    private readonly TrieFault? _fault;

    public ProofWalk(MerkleHash root, ReadOnlySpan<byte> proofNodes)
    {
        _root = root;
        if (proofNodes.Length > StateProof.MaxProofBytes)
            _fault = TrieFault.ProofTooLarge;
        else if (!RlpCodec.TryReadItem(proofNodes, out var list) || !list.IsList || list.TotalLength != proofNodes.Length)
            _fault = TrieFault.MalformedNodes;
        else
            _fault = TryIndex(_payload = list.Payload(proofNodes), _entries);
    }

    /// <summary>Says whether every node of the proof was needed by the walks so far.</summary>
    public readonly bool AllUsed => _fault is not null || _entries.TrueForAll(entry => entry.IsUsed);

    public readonly TrieVerdict Find(ReadOnlySpan<byte> key)
    {
        if (_fault is { } fault)
            return Reject(fault);
        if (_root == NodeRlp.EmptyRoot)
            return FindNothing();
        if (key.Length > StateTrie.MaxKeyLength)
            return TrieVerdict.Absent.Instance;

        var rented = ArrayPool<byte>.Shared.Rent(2 * key.Length);
        var nibbles = rented.AsSpan(0, 2 * key.Length);
        Nibbles.Unpack(key, nibbles);
        var verdict = Walk(nibbles);
        ArrayPool<byte>.Shared.Return(rented);
        return verdict;
    }

    private static TrieFault? TryIndex(ReadOnlySpan<byte> payload, List<Entry> entries)
    {
        Span<byte> digest = stackalloc byte[MerkleHash.Length];
        for (var at = 0; at < payload.Length;)
        {
            if (!RlpCodec.TryReadItem(payload[at..], out var item))
                return TrieFault.MalformedNodes;
            if (entries.Count == MaxNodes)
                return TrieFault.ProofTooLarge;
            Sha3_256.Hash(payload.Slice(at, item.TotalLength), digest);
            var hash = new MerkleHash(digest);
            if (entries.Exists(entry => entry.Hash == hash))
                return TrieFault.LoopingNode;
            entries.Add(new Entry(hash, at, item.TotalLength));
            at += item.TotalLength;
        }

        return null;
    }

    // The trie without entries is proved by nothing, or by the empty node itself.
    private readonly TrieVerdict.Absent FindNothing()
    {
        foreach (var entry in _entries)
            entry.IsUsed |= entry.Hash == _root;
        return TrieVerdict.Absent.Instance;
    }

    private readonly TrieVerdict Walk(ReadOnlySpan<byte> nibbles)
    {
        if (!TryOpen(_root, out var node))
            return Reject(TrieFault.MissingNode);

        // Every step takes at least one nibble, except the last, so the walk ends.
        while (true)
        {
            var step = Step(node, ref nibbles, out var child);
            if (step is not null)
                return step;
            if (child.IsEmpty)
                return TrieVerdict.Absent.Instance;
            if (!TryFollow(child, out node, out var fault))
                return Reject(fault);
        }
    }

    /// <summary>Takes one node: a verdict when the walk ends here, else null and the reference of the child.</summary>
    private static TrieVerdict? Step(ReadOnlySpan<byte> node, scoped ref ReadOnlySpan<byte> nibbles, out ReadOnlySpan<byte> child)
    {
        child = default;
        Span<Range> items = stackalloc Range[BranchItems];
        return TrySplit(node, items, out var payload, out var count) ? count switch
        {
            BranchItems => StepBranch(payload, items, ref nibbles, out child),
            2 => StepShort(payload, items, ref nibbles, out child),
            _ => Reject(TrieFault.MalformedNodes),
        } : Reject(TrieFault.MalformedNodes);
    }

    private static TrieVerdict? StepBranch(
        ReadOnlySpan<byte> payload, scoped ReadOnlySpan<Range> items, scoped ref ReadOnlySpan<byte> nibbles, out ReadOnlySpan<byte> child)
    {
        child = default;
        if (nibbles.IsEmpty)
        {
            var value = payload[items[^1]];
            return value is [0x80] ? TrieVerdict.Absent.Instance : ReadValue(value);
        }

        var reference = payload[items[nibbles[0]]];
        child = reference is [0x80] ? default : reference;
        nibbles = nibbles[1..];
        return null;
    }

    private static TrieVerdict? StepShort(
        ReadOnlySpan<byte> payload, scoped ReadOnlySpan<Range> items, scoped ref ReadOnlySpan<byte> nibbles, out ReadOnlySpan<byte> child)
    {
        child = default;
        if (!RlpCodec.TryReadItem(payload, out var item) || item.IsList || !Nibbles.IsWellPacked(item.Payload(payload)))
            return Reject(TrieFault.NotCanonicalNode);

        var path = item.Payload(payload);
        var count = Nibbles.CountPacked(path);
        var matches = Nibbles.StartsWithPacked(nibbles, path);
        if (path[0] >= 0x20)
            return matches && count == nibbles.Length ? ReadValue(payload[items[1]]) : TrieVerdict.Absent.Instance;
        if (count == 0 || payload[items[1]] is [0x80])
            return Reject(TrieFault.NotCanonicalNode);
        if (!matches)
            return TrieVerdict.Absent.Instance;

        nibbles = nibbles[count..];
        child = payload[items[1]];
        return null;
    }

    private readonly bool TryFollow(ReadOnlySpan<byte> reference, out ReadOnlySpan<byte> node, out TrieFault fault)
    {
        fault = TrieFault.MissingNode;
        if (reference[0] == 0x80 + MerkleHash.Length)
            return TryOpen(new MerkleHash(reference[1..]), out node);

        node = reference;
        fault = TrieFault.NotCanonicalNode;
        MarkListedCopies(reference);
        return reference[0] >= 0xc0 && reference.Length < EmbeddedLimit;
    }

    private readonly bool TryOpen(MerkleHash hash, out ReadOnlySpan<byte> node)
    {
        foreach (var entry in _entries)
        {
            if (entry.Hash != hash)
                continue;
            entry.IsUsed = true;
            node = _payload.Slice(entry.Start, entry.Length);
            return true;
        }

        node = default;
        return false;
    }

    // An embedded node need not be listed, but it may be (specification 9.2).
    private readonly void MarkListedCopies(ReadOnlySpan<byte> embedded)
    {
        foreach (var entry in _entries)
            entry.IsUsed |= entry.Length < EmbeddedLimit && embedded.SequenceEqual(_payload.Slice(entry.Start, entry.Length));
    }

    private static bool TrySplit(ReadOnlySpan<byte> node, scoped Span<Range> items, out ReadOnlySpan<byte> payload, out int count)
    {
        payload = default;
        count = 0;
        if (!RlpCodec.TryReadItem(node, out var list) || !list.IsList)
            return false;

        payload = list.Payload(node);
        for (var at = 0; at < payload.Length; count++)
        {
            if (count == items.Length || !RlpCodec.TryReadItem(payload[at..], out var item))
                return false;
            items[count] = at..(at + item.TotalLength);
            at += item.TotalLength;
        }

        return true;
    }

    private static TrieVerdict ReadValue(ReadOnlySpan<byte> item)
    {
        if (!RlpCodec.TryReadItem(item, out var text) || text.IsList)
            return Reject(TrieFault.MalformedValue);
        var wrapped = text.Payload(item);
        if (!RlpCodec.TryReadItem(wrapped, out var list) || !list.IsList || list.TotalLength != wrapped.Length)
            return Reject(TrieFault.MalformedValue);
        var inner = list.Payload(wrapped);
        if (!RlpCodec.TryReadItem(inner, out var value) || value.IsList || value.TotalLength != inner.Length || value.PayloadLength == 0)
            return Reject(TrieFault.MalformedValue);
        return new TrieVerdict.Present(value.Payload(inner).ToArray());
    }

    private static TrieVerdict.Rejected Reject(TrieFault fault) => new(fault);

    private sealed class Entry(MerkleHash hash, int start, int length)
    {
        public MerkleHash Hash { get; } = hash;

        public int Start { get; } = start;

        public int Length { get; } = length;

        public bool IsUsed { get; set; }
    }
}
