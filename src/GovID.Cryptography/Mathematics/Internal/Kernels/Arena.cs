namespace GovID.Cryptography.Mathematics.Internal.Kernels;

/// <summary>Scratch memory of one thread, taken and given back like a stack, so that a computation allocates nothing when warm.</summary>
internal sealed unsafe class Arena
{
    private const int BlockLength = 1 << 15;
    private const int KeptBlocks = 4;

    [ThreadStatic]
    private static Arena? current;

    private readonly List<AlignedBlock> _blocks = [];
    private int _block;
    private int _used;

    /// <summary>Opens a scope on the calling thread's arena; everything taken in it ends with it.</summary>
    /// <param name="secret">Whether what was taken is overwritten at the end.</param>
    public static Scope Enter(bool secret = false) => new(current ??= new Arena(), secret);

    private double* Take(int doubles)
    {
        int rounded = (doubles + 7) & ~7;
        while (_block < _blocks.Count && _blocks[_block].Length - _used < rounded)
        {
            _block++;
            _used = 0;
        }

        if (_block == _blocks.Count) _blocks.Add(new AlignedBlock(Math.Max(BlockLength, rounded)));
        double* taken = _blocks[_block].Pointer + _used;
        _used += rounded;
        return taken;
    }

    private void Return(int block, int used, bool wipe)
    {
        for (int i = block; wipe && i <= _block && i < _blocks.Count; i++)
            _blocks[i].Wipe(i == block ? used : 0, i == _block ? _used : _blocks[i].Length);
        (_block, _used) = (block, used);
        if (block == 0 && used == 0) Shrink();
    }

    // A single large computation must not hold its memory for as long as the thread lives.
    private void Shrink()
    {
        _blocks.RemoveAll(b => b.Length > BlockLength);
        if (_blocks.Count > KeptBlocks) _blocks.RemoveRange(KeptBlocks, _blocks.Count - KeptBlocks);
    }

    /// <summary>Scratch until disposed.</summary>
    internal readonly ref struct Scope : IDisposable
    {
        private readonly Arena _arena;
        private readonly int _block;
        private readonly int _used;
        private readonly bool _secret;

        public Scope(Arena arena, bool secret) => (_arena, _block, _used, _secret) = (arena, arena._block, arena._used, secret);

        /// <summary>Memory for so many doubles, on a cache-line boundary, with unknown content.</summary>
        public double* Take(int doubles) => _arena.Take(doubles);

        /// <summary>The same for any unmanaged type, as a span.</summary>
        public Span<T> TakeSpan<T>(int count)
            where T : unmanaged => new(Take(((count * sizeof(T)) + sizeof(double) - 1) / sizeof(double)), count);

        public void Dispose() => _arena.Return(_block, _used, _secret);
    }
}
