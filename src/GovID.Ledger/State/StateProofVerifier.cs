using GovID.Ledger.Internal.Proofs;
using GovID.Ledger.Values;

namespace GovID.Ledger.State;

/// <summary>
/// Decides whether a single reply proves its answer, as a client does (specification 13.3). A read is believed because of this, not
/// because a node said so. Thread-safe; keep one for each pool, because it remembers the multi-signatures that verified.
/// </summary>
public sealed class StateProofVerifier
{
    private const int DomainLedger = 1;
    private const int ConfigLedger = 2;

    // Members of a query that its result may carry with another meaning (specification 7.3).
    private static readonly string[] NotEchoed = ["data", "seqNo", "txnTime", "identifier", "reqId"];

    // Absent, these mean now or the usual ledger; what cannot be read must not be taken for absent.
    private static readonly string[] NumbersAsked = ["timestamp", "from", "to", "ledgerId"];

    private readonly MultiSignatureVerifier _signatures;
    private readonly StateProofOptions _options;

    /// <summary>Creates a verifier for one pool.</summary>
    /// <param name="keys">The pool's keys.</param>
    /// <param name="options">Age limit and memory; the defaults of <see cref="StateProofOptions"/> when null.</param>
    public StateProofVerifier(PoolKeys keys, StateProofOptions? options = null)
    {
        _options = options ?? new StateProofOptions();
        _signatures = new MultiSignatureVerifier(keys, _options.MaxRememberedSignatures);
    }

    /// <summary>Judges one reply.</summary>
    /// <param name="operation">The member <c>operation</c> of the query that was sent.</param>
    /// <param name="result">The member <c>result</c> of the reply.</param>
    /// <param name="now">The present time.</param>
    /// <returns>The verdict. It never throws for what a node sent.</returns>
    public StateProofVerdict Verify(LedgerMap operation, LedgerMap result, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(result);
        if (!AnswersTheQuestion(operation, result))                                     // 7.3
            return Reject(StateProofFault.OtherRequest, "The result repeats other members than the query has.");
        if (NumbersAsked.Any(name => operation.Find(name) is not (null or LedgerNull) && !IsNumber(operation.Find(name))))
            return Reject(StateProofFault.OtherRequest, "A time or ledger of the query is no number of 64 bits.");
        if (ReplyParts.TryRead(operation, result) is not { } parts)                     // 11.2
            return Reject(StateProofFault.NotProvable, "The data are a text that is not JSON.");

        try
        {
            return parts.Type == "3" ? VerifyTransaction(parts) : VerifyState(parts, now.ToUnixTimeSeconds());
        }
        catch (LedgerException e)
        {
            return Reject(e.Code == LedgerErrorCode.TooLarge ? StateProofFault.ProofTooLarge : StateProofFault.MalformedProof, e.Message);
        }
    }

    private StateProofVerdict VerifyState(ReplyParts parts, long now)
    {
        if (parts.Result.FindMap("state_proof") is not { } given)                       // step 1
            return Reject(StateProofFault.NoProof, "The reply carries no state proof.");
        var expected = ExpectedState.Of(parts);
        if (expected.Fault is { } fault)
            return Reject(fault, expected.Detail);

        var proof = StateProof.Parse(given);
        var ledger = parts.Type is "6" or "7" or "121" ? ConfigLedger : DomainLedger;
        if (Walk(proof, expected) is { } broken)                                        // step 2
            return broken;
        if (CheckRoot(proof, ledger) is { } foreign)                                    // step 3
            return foreign;
        if (CheckStart(parts, proof, ledger, out var first) is { } wrong)               // the second proof of a delta
            return wrong;
        var verdict = _signatures.Verify(proof.MultiSignature!);                        // step 4
        if (verdict is StateProofVerdict.Rejected || _options.AcceptAnyAgeUnsafe)
            return verdict;

        var maxAge = (long)_options.MaxAge.TotalSeconds;                                // step 5
        return FreshnessRule.Holds(parts, proof.MultiSignature!.Value.Timestamp, first.MultiSignature!.Value.Timestamp, now, maxAge)
            ? verdict
            : Reject(StateProofFault.Expired, "The pool signed this state longer ago than is accepted.");
    }

    private StateProofVerdict VerifyTransaction(ReplyParts parts)
    {
        var (fault, root) = TransactionProof.FindRoot(parts);
        if (fault is { } reason)
            return Reject(reason, "The transaction is not shown to be in the ledger.");
        if (TransactionProof.FindSignature(parts) is not { } given)
            return Reject(StateProofFault.NoProof, "The reply carries no multi-signature.");

        var signature = MultiSignature.Parse(given);
        if (signature.Value.LedgerId != (parts.AskedNumber("ledgerId") ?? DomainLedger))
            return Reject(StateProofFault.OtherLedger, "The multi-signature covers another ledger.");
        return signature.Value.TxnRoot == root
            ? _signatures.Verify(signature)
            : Reject(StateProofFault.RootMismatch, "The multi-signature covers another root of the ledger.");
    }

    private static StateProofVerdict.Rejected? CheckStart(ReplyParts parts, StateProof proof, int ledger, out StateProof first)
    {
        first = proof;
        if (parts.Type != "117" || parts.AskedNumber("from") is null)
            return null;
        if (parts.DataMap?.FindMap("stateProofFrom") is not { } given)
            return Reject(StateProofFault.NoProof, "The delta carries no proof of its start.");

        first = StateProof.Parse(given);
        var expected = DeltaExpectation.AtFrom(parts);
        if (expected.Fault is { } fault)
            return Reject(fault, expected.Detail);
        if (Walk(first, expected) is { } broken)
            return broken;
        if (CheckRoot(first, ledger) is { } foreign)
            return foreign;
        return first.MultiSignature!.ToMap().Equals(proof.MultiSignature!.ToMap())
            ? null
            : Reject(StateProofFault.DifferentSignatures, "Start and end of the delta are signed apart.");
    }

    private static StateProofVerdict.Rejected? CheckRoot(StateProof proof, int ledger) => proof.MultiSignature?.Value switch
    {
        null => Reject(StateProofFault.NoProof, "The state proof carries no multi-signature."),
        { } value when value.LedgerId != ledger => Reject(StateProofFault.OtherLedger, "The multi-signature covers another ledger."),
        { } value when value.StateRoot != proof.RootHash =>
            Reject(StateProofFault.RootMismatch, "The multi-signature covers another root than the proof."),
        _ => null,
    };

    private static StateProofVerdict.Rejected? Walk(StateProof proof, Expectation expected)
    {
        switch (TrieProof.Verify(proof.RootHash, proof.ProofNodes.Span, expected.Key))
        {
            case TrieVerdict.Present present when expected.Value is { } value && present.Value.Span.SequenceEqual(value):
            case TrieVerdict.Absent when expected.Value is null:
                return null;
            case TrieVerdict.Rejected rejected:
                return Reject(FaultOf(rejected.Fault), $"The trie proof is refused: {rejected.Fault}.");
            default:
                return Reject(StateProofFault.ValueMismatch, "The state says something else than the reply.");
        }
    }

    private static StateProofFault FaultOf(TrieFault fault) => fault switch
    {
        TrieFault.ProofTooLarge => StateProofFault.ProofTooLarge,
        TrieFault.MissingNode => StateProofFault.MissingNode,
        TrieFault.SurplusNode => StateProofFault.SurplusNode,
        TrieFault.LoopingNode => StateProofFault.LoopingNode,
        _ => StateProofFault.MalformedProof,
    };

    private static bool AnswersTheQuestion(LedgerMap operation, LedgerMap result)
    {
        foreach (var (name, asked) in operation)
        {
            var isType = name == "type";
            if (result.Find(name) is { } repeated ? !NotEchoed.Contains(name) && !repeated.Equals(asked) : isType)
                return false;
        }

        return operation.Contains("type");
    }

    private static bool IsNumber(LedgerValue? value) => value is LedgerInteger integer && integer.TryGetInt64(out _);

    private static StateProofVerdict.Rejected Reject(StateProofFault fault, string detail) => new(fault, detail);
}
