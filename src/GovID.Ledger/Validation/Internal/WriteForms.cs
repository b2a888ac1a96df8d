using GovID.Ledger.Validation.Internal.Fields;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal;

/// <summary>The forms of the operations that write or act (specification 11), by type.</summary>
internal static class WriteForms
{
    private const int AttributeLimit = 5 * 1024;
    private const int DidDocumentLimit = 10 * 1024;
    private const int AgreementLimit = (128 * 1024) - 2048;
    private const int SignatureTypeLimit = 16;
    private const int JustificationLimit = 1000;
    private const int MostAttributes = 125;

    private static readonly string[] AddressFields = ["node_ip", "node_port", "client_ip", "client_port"];

    private static readonly MessageForm Node = new("ClientNodeOperationData",
    [
        ("node_ip", NetworkRules.Address.Optional()),
        ("node_port", NumberRules.Port.Optional()),
        ("client_ip", NetworkRules.Address.Optional()),
        ("client_port", NumberRules.Port.Optional()),
        ("alias", TextRules.Limited()),
        ("services", CollectionRules.ListOf(TextRules.OneOf("VALIDATOR")).Optional()),
        ("blskey", KeyRules.Bls.Optional()),
        ("blskey_pop", KeyRules.Bls.Optional()),
    ],
    JudgeAddresses);

    private static readonly MessageForm Schema = new("SchemaField",
    [
        ("name", TextRules.Limited()),
        ("version", TextRules.SchemaVersion),
        ("attr_names", CollectionRules.ListOf(TextRules.Limited(), least: 1, most: MostAttributes)),
    ]);

    private static readonly MessageForm CredentialDefinition = new("ClaimDefField",
    [
        ("primary", CollectionRules.AnyMap),
        ("revocation", CollectionRules.AnyMap.Optional()),
    ]);

    private static readonly MessageForm Registry = new("RevocDefValueField",
    [
        ("issuanceType", TextRules.OneOf("ISSUANCE_BY_DEFAULT", "ISSUANCE_ON_DEMAND")),
        ("maxCredNum", NumberRules.Integer),
        ("publicKeys", CollectionRules.AnyMap),
        ("tailsHash", TextRules.NonEmpty),
        ("tailsLocation", TextRules.NonEmpty),
    ]);

    private static readonly MessageForm Entry = new("RevocRegEntryValueField",
    [
        ("prevAccum", TextRules.NonEmpty.Optional()),
        ("accum", TextRules.NonEmpty),
        ("issued", CollectionRules.ListOf(NumberRules.Integer).Optional()),
        ("revoked", CollectionRules.ListOf(NumberRules.Integer).Optional()),
    ]);

    private static readonly (string Name, FieldRule Rule)[] AuthRule =
    [
        ("constraint", ConstraintForm.Rule),
        ("auth_action", TextRules.OneOf("ADD", "EDIT")),
        ("auth_type", TextRules.Limited()),
        ("field", TextRules.Limited()),
        ("old_value", TextRules.RulePart.Optional()),
        ("new_value", TextRules.RulePart),
    ];

    /// <summary>The forms.</summary>
    public static IReadOnlyDictionary<string, MessageForm> ByType { get; } = new Dictionary<string, MessageForm>(StringComparer.Ordinal)
    {
        ["0"] = new("ClientNodeOperation", [("data", Node.AsRule()), ("dest", KeyRules.Identifier), ("verkey", KeyRules.Verkey.Optional())]),
        ["1"] = new("ClientNYMOperation",
        [
            ("alias", TextRules.Limited().Optional()),
            ("verkey", KeyRules.Verkey.OrNull().Optional()),
            ("dest", KeyRules.Identifier),
            ("role", TextRules.Role.Optional()),
            ("diddocContent", TextRules.Json(DidDocumentLimit).Optional()),
            ("version", NumberRules.Integer.Optional()),
        ]),
        ["4"] = new("ClientTxnAuthorAgreementOperation",
        [
            ("text", TextRules.LimitedOrEmpty(AgreementLimit).Optional()),
            ("version", TextRules.Limited()),
            ("ratification_ts", NumberRules.NonNegative.Optional()),
            ("retirement_ts", NumberRules.NonNegative.Optional()),
        ]),
        ["5"] = new("ClientTxnAuthorAgreementOperationAML",
        [
            ("version", TextRules.Limited()), ("aml", CollectionRules.AnyMap), ("amlContext", TextRules.Limited(AgreementLimit).Optional()),
        ]),
        ["8"] = new("ClientTxnAuthorAgreementDisableOperation", []),
        ["9"] = new("ClientLedgersFreezeOperation", [("ledgers_ids", CollectionRules.ListOf(NumberRules.Integer))]),
        ["100"] = new("ClientAttribOperation",
        [
            ("dest", KeyRules.Identifier),
            ("raw", TextRules.Json(AttributeLimit).Optional()),
            ("enc", TextRules.Limited(AttributeLimit).Optional()),
            ("hash", TextRules.Sha256.Optional()),
        ],
        AttributeForm.OneKindWithGoodText),
        ["101"] = new("ClientSchemaOperation", [("data", Schema.AsRule())]),
        ["102"] = new("ClientClaimDefSubmitOperation",
        [
            ("ref", NumberRules.SequenceNumber),
            ("data", CredentialDefinition.AsRule()),
            ("signature_type", TextRules.Limited(SignatureTypeLimit)),
            ("tag", TextRules.Limited()),
        ]),
        ["109"] = Upgrade(),
        ["111"] = new("ClientPoolConfigOperation", [("writes", NumberRules.Truth), ("force", NumberRules.Truth.Optional())]),
        ["113"] = new("ClientRevocDefSubmitField",
        [
            ("id", TextRules.NonEmpty),
            ("revocDefType", TextRules.Limited()),
            ("tag", TextRules.Limited()),
            ("credDefId", TextRules.NonEmpty),
            ("value", Registry.AsRule()),
        ]),
        ["114"] = new("ClientRevocRegEntrySubmitField",
            [("revocRegDefId", TextRules.NonEmpty), ("revocDefType", TextRules.Limited()), ("value", Entry.AsRule())]),
        ["118"] = new("ClientPoolRestartOperation",
            [("action", TextRules.OneOf("start", "cancel")), ("datetime", TextRules.DateTime.Optional())]),
        ["119"] = new("ClientValidatorInfoOperation", []),
        ["120"] = new("ClientAuthRuleOperation", AuthRule),
        ["122"] = new("ClientAuthRulesOperation",
            [("rules", CollectionRules.ListOf(new MessageForm("AuthRuleField", AuthRule).AsRule(), least: 1))]),
    };

    private static MessageForm Upgrade() => new("ClientPoolUpgradeOperation",
    [
        ("action", TextRules.OneOf("start", "cancel")),
        ("version", TextRules.PackageVersion),
        ("schedule", CollectionRules.MapOf(KeyRules.Identifier, TextRules.NonEmpty).Optional()),
        ("sha256", TextRules.Sha256),
        ("timeout", NumberRules.NonNegative.Optional()),
        ("justification", TextRules.Limited(JustificationLimit).OrNull().Optional()),
        ("name", TextRules.Limited()),
        ("force", NumberRules.Truth.Optional()),
        ("reinstall", NumberRules.Truth.Optional()),
        ("package", TextRules.Limited().Optional()),
    ]);

    private static string? JudgeAddresses(MessageForm form, LedgerMap data)
    {
        var missing = AddressFields.Where(field => !data.Contains(field)).ToArray();
        return missing.Length is 0 or 4 ? null : form.Missing(missing);
    }
}
