using System.Buffers.Binary;
using System.Security.Cryptography;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Hashing;

namespace GovID.Cryptography.Bls.Internal;

/// <summary>
/// The generator that makes a BLS secret key from a seed (ledger 10.4): 21 words that subtract with borrow (Marsaglia and Zaman), whose
/// low bytes are hashed into pools of 32 bytes. It exists to make the same keys as published networks, not to make good random numbers.
/// </summary>
internal sealed class SeededGenerator : IDisposable
{
    private const int Words = 21;
    private const int Lag = 15;
    private const int WarmUp = 10_000;
    private const int PoolSource = 128;

    private readonly uint[] _words = new uint[Words];
    private readonly byte[] _pool = new byte[Sha256.Length];
    private int _position;
    private uint _borrow;
    private int _taken;

    public SeededGenerator(ReadOnlySpan<byte> seed)
    {
        Span<byte> digest = stackalloc byte[Sha256.Length];
        Sha256.Hash(seed, digest);
        for (var i = 0; i < digest.Length; i += sizeof(uint))
            Stir(BinaryPrimitives.ReadUInt32LittleEndian(digest[i..]));
        CryptographicOperations.ZeroMemory(digest);
        FillPool();
    }

    /// <summary>Returns the next byte of the pool, and makes the next pool after its last.</summary>
    public byte NextByte()
    {
        var value = _pool[_taken++];
        if (_taken == _pool.Length)
            FillPool();
        return value;
    }

    /// <summary>Writes the next scalar: 508 bits, each byte's lowest bit first, as one integer modulo r.</summary>
    public void NextScalar(Span<byte> destination)
    {
        const int bits = 2 * 254;
        Span<byte> integer = stackalloc byte[(bits + 7) / 8];
        integer.Clear();
        var source = 0;
        for (var n = 0; n < bits; n++)
        {
            source = n % 8 == 0 ? NextByte() : source >> 1;
            var place = bits - 1 - n;
            integer[integer.Length - 1 - (place / 8)] |= (byte)((source & 1) << (place % 8));
        }

        Scalar.Reduce(integer).WriteBytes(destination);
        CryptographicOperations.ZeroMemory(integer);
    }

    /// <summary>Wipes the state, from which the key could be computed again.</summary>
    public void Dispose()
    {
        Array.Clear(_words);
        CryptographicOperations.ZeroMemory(_pool);
    }

    /// <summary>Mixes one word of the hashed seed into the state.</summary>
    private void Stir(uint seed)
    {
        unchecked
        {
            _borrow = 0;
            _position = 0;
            _words[0] ^= seed;
            var (m, t) = (1u, seed);
            for (var i = 1; i < Words; i++)
            {
                _words[8 * i % Words] ^= m;
                (m, t) = (t - m, m);
            }

            for (var i = 0; i < WarmUp; i++)
                NextWord();
        }
    }

    private uint NextWord()
    {
        _position++;
        if (_position < Words)
            return _words[_position];
        _position = 0;
        Refresh();
        return _words[0];
    }

    private void Refresh()
    {
        unchecked
        {
            for (int i = 0, k = Lag; i < Words; i++, k++)
            {
                if (k == Words)
                    k = 0;
                var x = _words[k];
                var difference = x - _words[i] - _borrow;
                if (difference < x)
                    _borrow = 0;
                else if (difference > x)
                    _borrow = 1;
                _words[i] = difference;
            }
        }
    }

    private void FillPool()
    {
        Span<byte> source = stackalloc byte[PoolSource];
        for (var i = 0; i < source.Length; i++)
            source[i] = unchecked((byte)NextWord());
        Sha256.Hash(source, _pool);
        CryptographicOperations.ZeroMemory(source);
        _taken = 0;
    }
}
