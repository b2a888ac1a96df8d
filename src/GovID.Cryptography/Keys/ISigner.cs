namespace GovID.Cryptography.Keys;

/// <summary>Something that signs with one key: a <see cref="PrivateKey"/> here, or a key module elsewhere.</summary>
public interface ISigner
{
    /// <summary>The key that verifies what this signer signs.</summary>
    PublicKey PublicKey { get; }

    /// <summary>Signs a message and returns the raw signature of the key's algorithm.</summary>
    /// <param name="message">The whole message; hashing is part of the algorithm.</param>
    /// <param name="cancellationToken">Ends the wait for a key module.</param>
    ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);
}
