using System.Runtime.InteropServices;
using GovID.Ledger.Merkle;

namespace GovID.Ledger.Internal.Trie;

/// <summary>Finds committed roots by their hash: open addressing over offsets of root records, 4 to 8 bytes a root.</summary>
internal sealed class RootIndex(NodeArena arena)
{
    private volatile uint[] _slots = new uint[16];
    private int _count;

    public long MemoryBytes => _slots.Length * sizeof(uint);

    public bool TryFind(MerkleHash root, out uint node)
    {
        var slots = _slots;
        for (var at = SlotOf(root, slots.Length); slots[at] != 0; at = (at + 1) & (slots.Length - 1))
        {
            var record = new NodeRecord(arena, slots[at]);
            if (new MerkleHash(record.RootHash) != root)
                continue;
            node = record.RootNode;
            return true;
        }

        node = 0;
        return false;
    }

    /// <summary>Adds a root that is not there yet.</summary>
    public void Add(MerkleHash root, uint node)
    {
        var record = new ByteWriter(stackalloc byte[64]);
        NodeRecord.WriteRoot(ref record, root, node);
        var offset = arena.Append(record.Written);
        record.Dispose();
        if (++_count > _slots.Length / 4 * 3)
            Enlarge();
        Place(_slots, root, offset);
    }

    // Readers beside the writer see either the old table or the new one, both complete.
    private void Enlarge()
    {
        var larger = new uint[_slots.Length * 2];
        foreach (var offset in _slots)
        {
            if (offset != 0)
                Place(larger, new MerkleHash(new NodeRecord(arena, offset).RootHash), offset);
        }

        _slots = larger;
    }

    private static void Place(uint[] slots, MerkleHash root, uint offset)
    {
        var at = SlotOf(root, slots.Length);
        while (slots[at] != 0)
            at = (at + 1) & (slots.Length - 1);
        Volatile.Write(ref slots[at], offset);
    }

    // Roots are hashes, so their own first bytes spread evenly.
    private static int SlotOf(MerkleHash root, int slots) =>
        (int)(MemoryMarshal.Read<uint>(MemoryMarshal.AsBytes(new ReadOnlySpan<MerkleHash>(in root))) & (uint)(slots - 1));
}
