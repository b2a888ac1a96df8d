namespace GovID.Dids.Methods;

/// <summary>The limits of <see cref="DidWebResolver"/>.</summary>
public sealed class DidWebOptions
{
    /// <summary>How long one resolution may take, name look-up included: more than nothing, at most a minute. Default: 5 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The most bytes of a document, from 1 KiB to 256 KiB. Default: 64 KiB.</summary>
    public int MaximumDocumentBytes { get; set; } = 64 * 1024;

    /// <summary>
    /// Lets DIDs name hosts inside the own network: whoever sends a DID then chooses which inner address is asked. Default: off.
    /// </summary>
    public bool AllowPrivateNetworksUnsafe { get; set; }

    internal void EnsureValid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Timeout, TimeSpan.FromMinutes(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumDocumentBytes, 1_024);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaximumDocumentBytes, Documents.DidDocument.MaximumBytes);
    }
}
