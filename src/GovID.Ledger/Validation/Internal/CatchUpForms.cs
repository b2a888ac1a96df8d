using GovID.Ledger.Validation.Internal.Fields;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal;

/// <summary>The forms of the catch-up messages that clients send (specification 5.1, 5.4).</summary>
internal static class CatchUpForms
{
    /// <summary>LEDGER_STATUS.</summary>
    public static MessageForm Status { get; } = new("LedgerStatus",
    [
        ("ledgerId", NumberRules.LedgerNumber),
        ("txnSeqNo", NumberRules.NonNegative),
        ("viewNo", NumberRules.NonNegative.OrNull()),
        ("ppSeqNo", NumberRules.NonNegative.OrNull()),
        ("merkleRoot", KeyRules.Root),
        ("protocolVersion", NumberRules.ProtocolVersion),
    ]);

    /// <summary>CATCHUP_REQ.</summary>
    public static MessageForm Request { get; } = new("CatchupReq",
    [
        ("ledgerId", NumberRules.LedgerNumber),
        ("seqNoStart", NumberRules.NonNegative),
        ("seqNoEnd", NumberRules.NonNegative),
        ("catchupTill", NumberRules.NonNegative),
    ]);

    /// <summary>A status that is good but for its protocol version comes back with the right one, for clients that wait for it.</summary>
    public static LedgerMap? Echo(LedgerMap status)
    {
        var mended = status.With("protocolVersion", ClientAdvice.ProtocolVersion);
        if (Status.Check(mended) is not null)
            return null;
        string[] members = ["ledgerId", "txnSeqNo", "viewNo", "ppSeqNo", "merkleRoot", "protocolVersion"];
        return LedgerMap.From(
        [
            new("op", "LEDGER_STATUS"),
            .. members.Select(member => new KeyValuePair<string, LedgerValue>(member, mended.Find(member)!)),
        ]);
    }

    /// <summary>How reason texts name the kind of a message between nodes.</summary>
    public static string ClassOf(string op) => op switch
    {
        "PREPREPARE" => NodeClass("PrePrepare"),
        "PREPARE" => NodeClass("Prepare"),
        "COMMIT" => NodeClass("Commit"),
        "CHECKPOINT" => NodeClass("Checkpoint"),
        "PROPAGATE" => NodeClass("Propagate"),
        "ORDERED" => NodeClass("Ordered"),
        "INSTANCE_CHANGE" => NodeClass("InstanceChange"),
        "VIEW_CHANGE" => NodeClass("ViewChange"),
        "VIEW_CHANGE_ACK" => NodeClass("ViewChangeAck"),
        "NEW_VIEW" => NodeClass("NewView"),
        "CONSISTENCY_PROOF" => NodeClass("ConsistencyProof"),
        "CATCHUP_REP" => NodeClass("CatchupRep"),
        "MESSAGE_REQUEST" => NodeClass("MessageReq"),
        "MESSAGE_RESPONSE" => NodeClass("MessageRep"),
        _ => "None",
    };

    private static string NodeClass(string name) => $"<class 'plenum.common.messages.node_messages.{name}'>";
}
