namespace GovID.Dids;

/// <summary>Why something about a DID was refused. The names are stable; none is ever reused.</summary>
public enum DidErrorCode
{
    /// <summary>A DID, DID URL or document does not have the form its specification asks for.</summary>
    Malformed,

    /// <summary>An input is longer or deeper than the documented limit.</summary>
    LimitExceeded,

    /// <summary>A document is well formed but contradicts itself: ids twice, references to nothing, another subject.</summary>
    InvalidDocument,

    /// <summary>A DID is not the hash of the document it is said to stand for.</summary>
    HashMismatch,

    /// <summary>The key's type or encoding is not read here, or does not fit what it is asked for.</summary>
    UnsupportedKey,

    /// <summary>The DID's method, or the variant of it, is not spoken by the function that was called.</summary>
    UnsupportedMethod,
}
