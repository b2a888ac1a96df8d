using System.Diagnostics;
using GovID.Dids.Documents;

namespace GovID.Dids;

/// <summary>What resolving a DID came to (DID Core 1.0, 7.1.2).</summary>
public abstract record DidResolution
{
    private DidResolution()
    {
    }

    /// <summary>The error code of DID Core and of the DID specification registries; null for a resolved DID.</summary>
    public string? Error => this switch
    {
        Resolved => null,
        NotFound => "notFound",
        Invalid => "invalidDid",
        MethodNotSupported => "methodNotSupported",
        Unavailable => "internalError",
        _ => throw new UnreachableException(),
    };

    /// <summary>The document was found and belongs to the DID.</summary>
    public sealed record Resolved(DidDocument Document, DidDocumentMetadata Metadata) : DidResolution;

    /// <summary>There is no such DID; <paramref name="Detail"/> says where it was looked for.</summary>
    public sealed record NotFound(string Detail) : DidResolution;

    /// <summary>The DID, or what was found under it, breaks a rule of its method; asking again gives the same answer.</summary>
    public sealed record Invalid(string Detail) : DidResolution;

    /// <summary>No resolver is there for the method, or for this variant of it.</summary>
    public sealed record MethodNotSupported(string Method) : DidResolution;

    /// <summary>The place to look was not reached or answered too late; asking later may help.</summary>
    public sealed record Unavailable(string Detail) : DidResolution;
}
