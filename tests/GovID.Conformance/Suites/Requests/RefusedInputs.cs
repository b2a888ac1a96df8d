using System.Text.RegularExpressions;
using GovID.Ledger;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests;
using GovID.Ledger.Requests.Operations;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Requests;

/// <summary>
/// Inputs that the recorded client refused. The vector holds the client's text, and the text says what the input was: the same input is
/// given to our builder, which must refuse it with its own code and field.
/// </summary>
internal static class RefusedInputs
{
    private const string Author = "V4SGRU86Z58d6TV7PBUe6f";
    private const string Input = "INPUT";
    private const string Wrapper = "wrapper";
    private const int LongestDid = 1_000;

    private static readonly Refusal[] Table =
    [
        new(@"Invalid ledger role: ([A-Z][A-Z_]*)", Input, [new(LedgerErrorCode.Malformed, "role", part => LedgerRole.Parse(part))]),
        new(
            @"Validation error: Trying to use DID with unexpected length: ([0-9]{1,3})\. The 16- or 32-byte number upon which a DID is based should be 22/23 or 44/45 bytes when encoded as base58\.",
            Input,
            [
                new(LedgerErrorCode.Malformed, "identifier", part => LedgerRequest.Parse(Request().With("identifier", DidOf(part)))),
                new(LedgerErrorCode.Malformed, "operation.dest", part => LedgerOperation.Parse(LedgerMap.Of(("type", "1"), ("dest", DidOf(part))))),
            ]),
        new(
            @"Error deserializing raw value as JSON\nexpected value at line 1 column 1",
            Input,
            [new(LedgerErrorCode.Malformed, "operation.raw", _ => new GovID.Ledger.Requests.Operations.Attribute(LedgerDid.Parse(Author)) { Raw = "not JSON" }.CheckRules())]),
        new(
            @"Validation error: SchemaId validation failed: ""([^""]*)"", doesn't match pattern",
            Input,
            [new(LedgerErrorCode.Malformed, "id", part => SchemaId.Parse(part, "id"))]),
        new(
            @"([0-9]{1,9}) is not a valid LedgerType",
            Wrapper,
            [new(LedgerErrorCode.OutOfRange, "operation.ledgerId", part => new GetTransaction(1) { Ledger = Number(part) }.CheckRules())]),
        new(
            @"Transaction number must be > 0",
            Input,
            [
                new(LedgerErrorCode.OutOfRange, "operation.data", _ => new GetTransaction(0).CheckRules()),
                new(LedgerErrorCode.OutOfRange, "operation.data", _ => new GetTransaction(-1).CheckRules()),
            ]),
        new(
            @"timestamp and version cannot be specified together\.",
            Input,
            [new(LedgerErrorCode.OutOfRange, "operation.timestamp", _ => new GetAcceptanceMechanisms { Version = "1.0", Timestamp = 5 }.CheckRules())]),
        new(
            @"Error deserializing Constraint\nInvalid ledger role: (\*|[A-Z][A-Z_]*)",
            Input,
            [new(LedgerErrorCode.OutOfRange, "operation.constraint.role", part => Rule(AuthorizationKey.Add, part).CheckRules())]),
        new(
            @"Cannot parse auth action: unknown variant `([A-Z]{4})`, expected `ADD` or `EDIT` at line 1 column 6",
            Input,
            [new(LedgerErrorCode.OutOfRange, "operation.auth_action", part => Rule(part, LedgerRole.Trustee).CheckRules())]),
        new(
            @"Either none or all transaction related parameters must be specified\.",
            Input,
            [new(LedgerErrorCode.OutOfRange, "operation.auth_type", _ => LedgerOperation.Parse(LedgerMap.Of(("type", "121"), ("auth_type", "101"))).CheckRules())]),
        new(
            @"Error deserializing NodeData\nmissing field `([a-z_]+)` at line 1 column 2",
            Input,
            [new(LedgerErrorCode.MissingMember, "operation.data.$1", _ => LedgerOperation.Parse(LedgerMap.Of(("type", "0"), ("dest", Author), ("data", LedgerMap.Empty))))]),
        new(
            @"not in this build of the library",
            Wrapper,
            [.. RichSchemas.Select(number => new Attempt(LedgerErrorCode.Unsupported, "operation.type", _ => LedgerRequest.Create(LedgerDid.Parse(Author), 1, new CustomOperation(number))))]),
        new(
            @"Invalid request JSON: ([A-Za-z]+) not found",
            Input,
            [new(LedgerErrorCode.MissingMember, "$1", part => LedgerRequest.Parse(Request().Without(part)))]),
        new(
            @"Invalid request JSON\nexpected ident at line 1 column 2",
            Input,
            [new(LedgerErrorCode.Malformed, null, _ => LedgerRequest.Parse("not JSON"u8))]),
    ];

    private static IEnumerable<string> RichSchemas => ["200", "201", "202", "203", "204", "205", "300", "301"];

    public static void Run(string error, string code)
    {
        var (refusal, part) = Find(error);
        Check.Equal("code", code, refusal.Code);
        foreach (var attempt in refusal.Attempts)
        {
            var refused = Check.Refuses<LedgerException>("input", () => attempt.Give(part));
            Check.Equal("our code", attempt.Code.ToString(), refused.Code.ToString());
            Check.Equal("our field", attempt.Field?.Replace("$1", part, StringComparison.Ordinal), refused.Field);
        }
    }

    private static (Refusal Refusal, string Part) Find(string error)
    {
        foreach (var refusal in Table)
        {
            var match = Regex.Match(error, $@"\A(?:{refusal.Pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            if (match.Success)
                return (refusal, match.Groups[1].Value);
        }

        throw new MismatchException($"error: the text does not say which input was refused: '{error}'");
    }

    private static LedgerMap Request() => LedgerMap.Of(
        ("identifier", Author), ("operation", LedgerMap.Of(("type", "8"))), ("protocolVersion", 2), ("reqId", 1));

    private static AuthorizationRule Rule(string action, string role) => new(
        new AuthorizationKey("101", action, "*") { NewValue = "*" },
        LedgerMap.Of(("constraint_id", "ROLE"), ("role", role), ("sig_count", 1), ("need_to_be_owner", false)));

    private static string DidOf(string length) => new('a', Math.Min(LongestDid, Number(length)));

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Refusal(string Pattern, string Code, IReadOnlyList<Attempt> Attempts);

    private sealed record Attempt(LedgerErrorCode Code, string? Field, Action<string> Give);
}
