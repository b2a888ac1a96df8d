namespace GovID.Ledger.Internal.Trie;

/// <summary>
/// Append-only bytes in chunks, addressed by a 32-bit offset; what was written never moves or changes. Offset 0 addresses nothing.
/// Readers may run beside the one writer as long as they hold offsets published to them.
/// </summary>
internal sealed class NodeArena
{
    private const int ChunkLog = 16;
    private const int ChunkSize = 1 << ChunkLog;
    private const int FirstSize = 512;

    private volatile byte[][] _chunks = [new byte[FirstSize]];
    private int _last;
    private int _used = 1;

    public long MemoryBytes { get; private set; } = FirstSize;

    /// <summary>The bytes from an offset to the end of its chunk; every record knows its own length.</summary>
    public ReadOnlySpan<byte> At(uint offset) => _chunks[offset >> ChunkLog].AsSpan((int)(offset & (ChunkSize - 1)));

    /// <summary>Writes one record and returns its offset. A record never crosses chunks; a large one gets a chunk of its own.</summary>
    public uint Append(ReadOnlySpan<byte> record)
    {
        if (_used + record.Length > ChunkSize)
            OpenChunk(record.Length);
        else if (_used + record.Length > _chunks[_last].Length)
            EnlargeLast(_used + record.Length);

        var offset = ((uint)_last << ChunkLog) | (uint)_used;
        record.CopyTo(_chunks[_last].AsSpan(_used));
        _used += record.Length;
        return offset;
    }

    private void OpenChunk(int atLeast)
    {
        if (_last == ushort.MaxValue)
            throw new InvalidOperationException("A state trie holds at most 4 GiB of nodes.");

        var chunk = new byte[Math.Max(atLeast, ChunkSize)];
        var chunks = _chunks;
        if (_last + 1 == chunks.Length)
            Array.Resize(ref chunks, chunks.Length * 2);
        chunks[++_last] = chunk;
        _chunks = chunks;
        _used = 0;
        MemoryBytes += chunk.Length;
    }

    // Only the first chunk starts small, so that a trie of a few keys stays small.
    private void EnlargeLast(int needed)
    {
        var chunks = (byte[][])_chunks.Clone();
        var larger = new byte[Math.Min(ChunkSize, Math.Max(needed, chunks[_last].Length * 2))];
        chunks[_last].AsSpan(0, _used).CopyTo(larger);
        MemoryBytes += larger.Length - chunks[_last].Length;
        chunks[_last] = larger;
        _chunks = chunks;
    }
}
