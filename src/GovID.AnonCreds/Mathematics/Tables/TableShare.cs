namespace GovID.AnonCreds.Mathematics;

/// <summary>What the tables of one key take of the memory of all.</summary>
internal sealed class TableShare(TableMemory memory)
{
    private readonly Lock _lock = new();
    private long _taken;
    private bool _ended;

    public bool TryTake(int bytes)
    {
        lock (_lock)
        {
            if (_ended || !memory.TryTake(bytes))
                return false;
            _taken += bytes;
            return true;
        }
    }

    /// <summary>Gives everything back: the key is no longer kept. Whoever still uses it keeps its tables, but gets no more.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            memory.Return(_taken);
            _taken = 0;
        }
    }
}
