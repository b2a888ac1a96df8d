using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovID.Cryptography.Encodings;
using GovID.Ledger;
using GovID.Ledger.Requests;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Requests;

/// <summary>One prepared acceptance of the author agreement, or the refusal of parts that do not belong together.</summary>
internal static partial class AcceptanceCase
{
    public static void Run(JsonElement item)
    {
        var agreement = new AcceptedAgreement
        {
            Text = Nullable(item, "text"),
            Version = Nullable(item, "version"),
            Digest = Nullable(item, "digest"),
        };
        AgreementAcceptance Create() => AgreementAcceptance.Create(agreement, item.Text("mechanism"), item.Member("time").GetInt64());
        if (item.Optional("error") is null)
        {
            var expected = LedgerMap.Parse(item.Member("result").GetRawText());
            var made = Create().ToMap();
            Check.That("result", expected == made, $"expected {expected}, got {made}");
            return;
        }

        CheckRefusal(agreement, item.Text("error"), Check.Refuses<LedgerException>("acceptance", () => Create()));
    }

    private static void CheckRefusal(AcceptedAgreement agreement, string text, LedgerException refusal)
    {
        var digests = WrongDigest().Match(text);
        if (digests.Success)
        {
            Expect(refusal, LedgerErrorCode.Inconsistent, "taaDigest");
            Check.Equal("error: calculated", Bytes(digests.Groups[1].Value), AgreementAcceptance.DigestOf(agreement.Version!, agreement.Text!));
            Check.Equal("error: passed", Bytes(digests.Groups[2].Value), agreement.Digest);
        }
        else if (string.Equals(text, "Invalid combination of params: `text` and `version` should be passed or skipped together.", StringComparison.Ordinal))
        {
            Expect(refusal, LedgerErrorCode.MissingMember, agreement.Version is null ? "version" : "text");
        }
        else
        {
            Check.Equal("error", text, "Invalid combination of params: Either combination `text` + `version` or `taa_digest` must be passed.");
            Expect(refusal, LedgerErrorCode.MissingMember, "taaDigest");
        }
    }

    private static void Expect(LedgerException refusal, LedgerErrorCode code, string field)
    {
        Check.Equal("error: code", code.ToString(), refusal.Code.ToString());
        Check.Equal("error: field", field, refusal.Field);
    }

    private static string Bytes(string list) => list.Length == 0
        ? string.Empty
        : Hex.Encode([.. list.Split(", ").Select(number => byte.Parse(number, CultureInfo.InvariantCulture))]);

    private static string? Nullable(JsonElement item, string name) =>
        item.Member(name).ValueKind == JsonValueKind.Null ? null : item.Text(name);

    [GeneratedRegex(
        @"\ACalculated hash of concatenation `version` and `text` doesn't equal to passed `hash` value\. \nCalculated hash value: \[([0-9, ]*)\], \n Passed hash value: \[([0-9, ]*)\]\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex WrongDigest();
}
