namespace GovID.Ledger.State;

/// <summary>Why an answer is not proved by the reply that carries it.</summary>
public enum StateProofFault
{
    /// <summary>The reply carries no proof, or one without multi-signature.</summary>
    NoProof,

    /// <summary>Answers to this query cannot be proved by a single reply.</summary>
    NotProvable,

    /// <summary>The result answers another request.</summary>
    OtherRequest,

    /// <summary>The result lacks members, or its data have another form than the specification gives them.</summary>
    MalformedResult,

    /// <summary>The result carries members that the proof does not cover.</summary>
    UnprovenMembers,

    /// <summary>The proof is not in the form of specification 7.3.</summary>
    MalformedProof,

    /// <summary>The proof has more bytes or nodes than any honest one.</summary>
    ProofTooLarge,

    /// <summary>A trie node is missing or was changed.</summary>
    MissingNode,

    /// <summary>A trie node or Merkle hash is left over.</summary>
    SurplusNode,

    /// <summary>A trie node is listed twice.</summary>
    LoopingNode,

    /// <summary>The audit path does not lead to the root.</summary>
    AuditPathMismatch,

    /// <summary>The state holds another value than the reply, or nothing where the reply has data, or data where it has none.</summary>
    ValueMismatch,

    /// <summary>The multi-signature covers another root than the proof.</summary>
    RootMismatch,

    /// <summary>The multi-signature covers another ledger than the query concerns.</summary>
    OtherLedger,

    /// <summary>A participant is not a validator of the pool, or has no key.</summary>
    UnknownParticipant,

    /// <summary>A participant is named twice.</summary>
    RepeatedParticipant,

    /// <summary>Fewer validators signed than the quorum asks for.</summary>
    TooFewParticipants,

    /// <summary>The signature is no point of the curve or does not verify.</summary>
    InvalidSignature,

    /// <summary>The two proofs of a delta carry different multi-signatures.</summary>
    DifferentSignatures,

    /// <summary>The pool signed longer ago than the freshness rule allows.</summary>
    Expired,
}

/// <summary>Whether one reply proves its answer: <see cref="Verified"/> or <see cref="Rejected"/>.</summary>
public abstract record StateProofVerdict
{
    private StateProofVerdict()
    {
    }

    /// <summary>The answer is what the pool's validators signed.</summary>
    /// <param name="Signature">The signature that proves it; its time says how old the answer may be.</param>
    public sealed record Verified(MultiSignature Signature) : StateProofVerdict;

    /// <summary>The reply proves nothing. The answer may still be true: equal replies of f + 1 nodes decide (specification 13.3).</summary>
    /// <param name="Fault">The reason.</param>
    /// <param name="Detail">One sentence for the log.</param>
    public sealed record Rejected(StateProofFault Fault, string Detail) : StateProofVerdict;
}
