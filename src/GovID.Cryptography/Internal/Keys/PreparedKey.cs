namespace GovID.Cryptography.Internal.Keys;

/// <summary>The bytes of a public key with one spare back-end object, so that verifying twice does not import twice.</summary>
/// <remarks>The back end's objects serve one thread at a time: whoever finds the slot empty makes another.</remarks>
internal sealed class PreparedKey(byte[] bytes)
{
    private IDisposable? _spare;

    public ReadOnlySpan<byte> Bytes => bytes;

    public IDisposable? Take() => Interlocked.Exchange(ref _spare, null);

    public void PutBack(IDisposable backEnd) => Interlocked.Exchange(ref _spare, backEnd)?.Dispose();
}
