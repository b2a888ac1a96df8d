using GovID.Ledger.Merkle;

namespace GovID.Ledger.Internal;

/// <summary>A growing list of hashes in chunks that are never copied once full, so that memory stays close to 32 bytes an item.</summary>
internal sealed class HashList
{
    private const int ChunkLog = 10;
    private const int ChunkSize = 1 << ChunkLog;

    private readonly List<MerkleHash[]> _chunks = [];
    private int _count;

    public long MemoryBytes => _chunks.Sum(chunk => (long)chunk.Length * MerkleHash.Length);

    public MerkleHash this[int index] => index < _count
        ? _chunks[index >> ChunkLog][index & (ChunkSize - 1)]
        : throw new ArgumentOutOfRangeException(nameof(index));

    public void Add(MerkleHash hash)
    {
        var chunk = _count >> ChunkLog;
        var place = _count & (ChunkSize - 1);
        if (chunk == _chunks.Count)
            _chunks.Add(new MerkleHash[chunk == 0 ? 4 : ChunkSize]);
        if (place == _chunks[chunk].Length)
            _chunks[chunk] = Enlarge(_chunks[chunk]);
        _chunks[chunk][place] = hash;
        _count++;
    }

    public void Truncate(int count)
    {
        _count = count;
        var needed = (count + ChunkSize - 1) >> ChunkLog;
        if (_chunks.Count > needed)
            _chunks.RemoveRange(needed, _chunks.Count - needed);
    }

    private static MerkleHash[] Enlarge(MerkleHash[] chunk)
    {
        Array.Resize(ref chunk, chunk.Length * 2);
        return chunk;
    }
}
