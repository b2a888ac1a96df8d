namespace GovID.AnonCreds.Presentations;

/// <summary>The checks of a presentation, in the order they are made (specification 9.5, 9.6, 7.5, 8, 10.8). Names are for the audit log.</summary>
public enum PresentationCheck
{
    /// <summary>The request itself breaks a rule (9.1).</summary>
    Request,

    /// <summary>The presentation names the nonce of the request (11; W3C form only).</summary>
    Nonce,

    /// <summary>There are as many sub-proofs as identifiers, at most 64, and each has at most 64 predicates.</summary>
    SubProofCount,

    /// <summary>Every index names an existing sub-proof.</summary>
    SubProofIndex,

    /// <summary>Exactly the referents of the request are answered, each once and in the form it was asked for.</summary>
    Referents,

    /// <summary>A value without a credential stands only where the request allows one.</summary>
    SelfAttested,

    /// <summary>The schema or the credential definition of a sub-proof was not handed to the verifier.</summary>
    Objects,

    /// <summary>The schema, the credential definition and the identifiers belong together.</summary>
    ObjectsFit,

    /// <summary>The subject of a derived credential says exactly what its sub-proof shows (11; W3C form only).</summary>
    Subject,

    /// <summary>The values shown are those that the proof reveals.</summary>
    RevealedValue,

    /// <summary>The encoded value is the encoding of the raw one.</summary>
    Encoding,

    /// <summary>The restrictions of the request hold for the credential.</summary>
    Restrictions,

    /// <summary>The sub-proof reveals exactly the attributes, and proves exactly the predicates, that were asked for.</summary>
    SubProofContent,

    /// <summary>Non-revocation was asked for and is proved, at a time inside the interval.</summary>
    NonRevocationInterval,

    /// <summary>The registry or the status list was not handed to the verifier.</summary>
    NonRevocationObjects,

    /// <summary>The registry belongs to the credential definition, and the status list to the registry.</summary>
    NonRevocationObjectsFit,

    /// <summary>Every response and commitment lies in its range, and predicates are bound to their attribute (7.5).</summary>
    Ranges,

    /// <summary>All sub-proofs are of one link secret.</summary>
    LinkSecret,

    /// <summary>The commitments hashed are those of the proofs (8).</summary>
    Commitments,

    /// <summary>The challenge recomputed from the proofs is the one given (8).</summary>
    Challenge,
}
