namespace GovID.AnonCreds.Mathematics;

/// <summary>The memory that the tables of all keys of a cache may take together.</summary>
internal sealed class TableMemory(long maximumBytes)
{
    private readonly Lock _lock = new();
    private long _used;
    private bool _short;

    public long UsedBytes
    {
        get
        {
            lock (_lock)
                return _used;
        }
    }

    public bool TryTake(int bytes)
    {
        lock (_lock)
        {
            var fits = _used + bytes <= maximumBytes;
            _short |= !fits;
            _used += fits ? bytes : 0;
            return fits;
        }
    }

    public void Return(long bytes)
    {
        lock (_lock)
            _used -= bytes;
    }

    /// <summary>Whether a table was refused since the last call: something should be given back.</summary>
    public bool TakeShortage()
    {
        lock (_lock)
        {
            var was = _short;
            _short = false;
            return was;
        }
    }
}
