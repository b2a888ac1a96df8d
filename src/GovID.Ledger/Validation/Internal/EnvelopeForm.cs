using GovID.Ledger.Validation.Internal.Fields;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal;

/// <summary>The form of a request's envelope and of the operation in it (specification 6.1, 11).</summary>
internal static class EnvelopeForm
{
    private const int DigestLimit = 512;
    private const int MechanismLimit = 64;

    private static readonly string[] Known =
        ["identifier", "reqId", "operation", "signature", "protocolVersion", "taaAcceptance", "signatures", "endorser"];

    private static readonly MessageForm Acceptance = new("ClientTAAAcceptance",
    [
        ("taaDigest", TextRules.Sha256), ("mechanism", TextRules.Limited(MechanismLimit)), ("time", NumberRules.AcceptanceTime),
    ]);

    private static readonly MessageForm AnyOperation = new("ClientOperationField", [("type", FieldRule.Of(_ => null))], JudgeOperation);

    private static readonly MessageForm Envelope = new("SafeRequest",
    [
        ("identifier", KeyRules.Identifier.OrNull().Optional()),
        ("reqId", NumberRules.NonNegative),
        ("operation", AnyOperation.AsRule()),
        ("signature", KeyRules.Signature.Optional()),
        ("digest", TextRules.Limited(DigestLimit).Optional()),
        ("protocolVersion", NumberRules.ProtocolVersion),
        ("taaAcceptance", Acceptance.AsRule().Optional()),
        ("signatures", KeyRules.Signatures.Optional()),
        ("endorser", KeyRules.Identifier.Optional()),
    ],
    JudgeSigners);

    /// <summary>The sentence about what is wrong with a request, or null.</summary>
    public static string? Check(LedgerMap message) => Envelope.Check(message) ?? ValueBounds.Check(message);

    /// <summary>The members that a node knows; absent and null ones are left out, because only known ones are signed (specification 6.1).</summary>
    public static LedgerMap KnownMembers(LedgerMap message) =>
        LedgerMap.From(message.Where(member => member.Value is not LedgerNull && Known.Contains(member.Key)));

    private static string? JudgeOperation(MessageForm form, LedgerMap operation)
    {
        if (operation.FindText("type") is not { } type)
            return operation.Find("type") is LedgerNull ? form.Missing("type") : null;
        if (WriteForms.ByType.TryGetValue(type.Value, out var write))
            return write.Check(operation);
        return QueryForms.ByType.TryGetValue(type.Value, out var query) ? query.Check(operation) : null;
    }

    private static string? JudgeSigners(MessageForm form, LedgerMap message)
    {
        var author = message.FindText("identifier")?.Value;
        var signatures = message.FindMap("signatures");
        var isSignedBySeveral = signatures is { Count: > 0 };
        if (isSignedBySeveral && message.FindText("signature") is not null)
            return form.Sentence("Request can not contain both fields \"signatures\" and \"signature\"");
        if (message.FindText("endorser") is { } endorser)
        {
            if (!isSignedBySeveral || !signatures!.Contains(endorser.Value))
                return form.Sentence("Endorser must sign the request");
            if (author is null)
                return form.Sentence("Author's Identifier must be present when sending via Endorser");
            if (!signatures.Contains(author))
                return form.Sentence("Author must sign the request when sending via Endorser");
        }

        if (author is not null && isSignedBySeveral && !signatures!.Contains(author))
            return form.Sentence("The identifier is not contained in signatures");
        return author is null && !isSignedBySeveral ? form.Sentence("Missing both signatures and identifier") : null;
    }
}
