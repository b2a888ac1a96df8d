using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace GovID.Ledger.Internal;

/// <summary>Grows a pooled buffer; the start may live on the caller's stack. Dispose returns what was rented.</summary>
internal ref struct ByteWriter
{
    private Span<byte> _buffer;
    private byte[]? _rented;
    private int _length;

    public ByteWriter(Span<byte> initial)
    {
        _buffer = initial;
        _rented = null;
        _length = 0;
    }

    public readonly int Length => _length;

    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        if ((uint)_length >= (uint)_buffer.Length)
            Grow(1);
        _buffer[_length++] = value;
    }

    public void Write(scoped ReadOnlySpan<byte> value)
    {
        value.CopyTo(Reserve(value.Length));
    }

    public void WriteUtf8(scoped ReadOnlySpan<char> text)
    {
        EnsureRoom(checked(text.Length * 3));
        _length += Encoding.UTF8.GetBytes(text, _buffer[_length..]);
    }

    /// <summary>Hands out the next <paramref name="count"/> bytes to be filled by the caller.</summary>
    public Span<byte> Reserve(int count)
    {
        EnsureRoom(count);
        var span = _buffer.Slice(_length, count);
        _length += count;
        return span;
    }

    /// <summary>Opens a gap of <paramref name="count"/> bytes at <paramref name="position"/>; what stood there moves right.</summary>
    public Span<byte> InsertAt(int position, int count)
    {
        EnsureRoom(count);
        _buffer[position.._length].CopyTo(_buffer[(position + count)..]);
        _length += count;
        return _buffer.Slice(position, count);
    }

    /// <summary>Forgets what was written and keeps the room.</summary>
    public void Clear() => _length = 0;

    public readonly byte[] ToArray() => Written.ToArray();

    public void Dispose()
    {
        var rented = _rented;
        this = default;
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EnsureRoom(int count)
    {
        if (_buffer.Length - _length < count)
            Grow(count);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + count), Math.Min(_buffer.Length, int.MaxValue / 2) * 2));
        _buffer[.._length].CopyTo(larger);
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
        _rented = larger;
        _buffer = larger;
    }
}
