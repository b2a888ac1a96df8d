namespace GovID.Cryptography.Internal.Symmetric;

/// <summary>What both directions of an authenticated cipher take besides the text.</summary>
internal readonly ref struct AeadInput(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associatedData)
{
    public ReadOnlySpan<byte> Key { get; } = key;

    public ReadOnlySpan<byte> Nonce { get; } = nonce;

    public ReadOnlySpan<byte> AssociatedData { get; } = associatedData;
}
