namespace GovID.Dids;

/// <summary>What a method says about a document beside it (DID Core 1.0, 7.1.3).</summary>
public sealed record DidDocumentMetadata
{
    /// <summary>Nothing to say.</summary>
    public static DidDocumentMetadata None { get; } = new();

    /// <summary>True when the subject gave the DID up: its keys must not be used any more.</summary>
    public bool Deactivated { get; init; }

    /// <summary>When the document was made; null when the method does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When the document last changed; null when the method does not say.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The document's version; null when the method has none.</summary>
    public string? VersionId { get; init; }

    /// <summary>Other DIDs of the same method for the same subject, such as the other form of a did:peer:4.</summary>
    public IReadOnlyList<Did> EquivalentIds { get; init; } = [];
}
