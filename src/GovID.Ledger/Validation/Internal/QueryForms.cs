using GovID.Ledger.Validation.Internal.Fields;

namespace GovID.Ledger.Validation.Internal;

/// <summary>The forms of the queries (specification 11), by type.</summary>
internal static class QueryForms
{
    private const int AttributeLimit = 5 * 1024;
    private const int SignatureTypeLimit = 16;

    private static readonly MessageForm Schema = new("GetSchemaField",
        [("name", TextRules.Limited()), ("version", TextRules.SchemaVersion), ("origin", KeyRules.Identifier.Optional())]);

    private static readonly FieldRule Timestamp = NumberRules.Integer.Optional();
    private static readonly FieldRule SeqNo = NumberRules.SequenceNumber.Optional();

    /// <summary>The forms.</summary>
    public static IReadOnlyDictionary<string, MessageForm> ByType { get; } = new Dictionary<string, MessageForm>(StringComparer.Ordinal)
    {
        ["3"] = new("ClientGetTxnOperation", [("ledgerId", NumberRules.LedgerNumber.Optional()), ("data", NumberRules.SequenceNumber)]),
        ["6"] = new("ClientGetTxnAuthorAgreementOperation",
        [
            ("version", TextRules.NonEmpty.Optional()),
            ("digest", TextRules.NonEmpty.Optional()),
            ("timestamp", NumberRules.NonNegative.Optional()),
        ]),
        ["7"] = new("ClientGetTxnAuthorAgreementAMLOperation",
            [("version", TextRules.NonEmpty.Optional()), ("timestamp", NumberRules.NonNegative.Optional())]),
        ["10"] = new("ClientGetFrozenLedgersOperation", []),
        ["104"] = new("ClientGetAttribOperation",
        [
            ("dest", KeyRules.Identifier.Optional()),
            ("raw", TextRules.Limited(AttributeLimit).Optional()),
            ("enc", TextRules.Limited(AttributeLimit).Optional()),
            ("hash", TextRules.Sha256.Optional()),
            ("timestamp", Timestamp),
            ("seqNo", SeqNo),
        ],
        AttributeForm.OneKind),
        ["105"] = new("ClientGetNymOperation", [("dest", KeyRules.Identifier), ("timestamp", Timestamp), ("seqNo", SeqNo)]),
        ["107"] = new("ClientGetSchemaOperation", [("dest", KeyRules.Identifier), ("data", Schema.AsRule())]),
        ["108"] = new("ClientClaimDefGetOperation",
        [
            ("ref", NumberRules.SequenceNumber),
            ("origin", KeyRules.Identifier),
            ("signature_type", TextRules.Limited(SignatureTypeLimit)),
            ("tag", TextRules.LimitedOrEmpty(TextRules.NameLimit).Optional()),
        ]),
        ["115"] = new("ClientGetRevocRegDefField", [("id", TextRules.NonEmpty)]),
        ["116"] = new("ClientGetRevocRegField", [("revocRegDefId", TextRules.NonEmpty), ("timestamp", NumberRules.Integer)]),
        ["117"] = new("ClientGetRevocRegDeltaField",
            [("revocRegDefId", TextRules.NonEmpty), ("from", NumberRules.Integer.Optional()), ("to", NumberRules.Integer)]),
        ["121"] = new("ClientGetAuthRuleOperation",
        [
            ("auth_action", TextRules.OneOf("ADD", "EDIT").Optional()),
            ("auth_type", TextRules.Limited().Optional()),
            ("field", TextRules.Limited().Optional()),
            ("old_value", TextRules.RulePart.Optional()),
            ("new_value", TextRules.RulePart.Optional()),
        ]),
        ["131"] = new("ClientGetFlagOperation", [("timestamp", Timestamp), ("seqNo", SeqNo)]),
        ["300"] = new("ClientGetRichSchemaObjectByIdOperation", [("id", TextRules.NonEmpty)]),
        ["301"] = new("ClientGetRichSchemaObjectByMetadataOperation",
            [("rsType", TextRules.NonEmpty), ("rsName", TextRules.Limited()), ("rsVersion", TextRules.SchemaVersion)]),
    };
}
