using System.Globalization;
using System.Text;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Ledger.Internal.Proofs;

/// <summary>Key and value that a truthful reply must have under the state root: the last table of specification 13.3, one line a query.</summary>
internal static class ExpectedState
{
    private static readonly Dictionary<string, Func<ReplyParts, Expectation>> Builders = new(StringComparer.Ordinal)
    {
        ["6"] = Agreement,
        ["7"] = Mechanisms,
        ["104"] = Attribute,
        ["105"] = Nym,
        ["107"] = Schema,
        ["108"] = CredentialDefinition,
        ["115"] = parts => Whole(parts, parts.Asked("id") is { } id ? Encoding.UTF8.GetBytes(id) : null),
        ["116"] = parts => Whole(parts, parts.Asked("revocRegDefId") is { } id ? StateKeys.RevocationAccumulator(id) : null),
        ["117"] = DeltaExpectation.Of,
        ["121"] = AuthRule,
    };

    private static readonly string[] NymMembers = ["dest", "identifier", "role", "seqNo", "txnTime", "verkey"];

    public static Expectation Of(ReplyParts parts) => parts.Type is { } type && Builders.TryGetValue(type, out var build)
        ? build(parts)
        : Expectation.Refused(StateProofFault.NotProvable, "No proof exists for this type of query.");

    private static Expectation Whole(ReplyParts parts, byte[]? key) =>
        key is null ? Incomplete() : new Expectation(key, parts.WrappedOrAbsent(parts.Data));

    // Members that the state value does not have are refused: the proof would not cover them.
    private static Expectation Nym(ReplyParts parts)
    {
        if (parts.Asked("dest") is not { } dest)
            return Incomplete();
        var key = StateKeys.Nym(dest);
        if (parts.Data is LedgerNull)
            return new Expectation(key, null);
        if (parts.DataMap is not { } data)
            return Expectation.Malformed("The data of a NYM must be an object.");
        if (data.Any(member => !NymMembers.Contains(member.Key)))
            return Unproven("The NYM carries members that a single reply cannot prove.");
        if (!Agrees(data, "dest", dest) || !Agrees(data, "seqNo", parts.Member("seqNo")) || !Agrees(data, "txnTime", parts.Member("txnTime")))
            return Unproven("The NYM's data disagree with the result around them.");

        var value = LedgerMap.Of(
            ("identifier", data.Find("identifier") ?? LedgerValue.Null),
            ("role", data.Find("role") ?? LedgerValue.Null),
            ("seqNo", parts.Member("seqNo")),
            ("txnTime", parts.Member("txnTime")),
            ("verkey", data.Find("verkey") ?? LedgerValue.Null));
        return new Expectation(key, value.ToStateJsonBytes());
    }

    // An attribute given by its hash has that hash in its key and the empty text as its value (specification 11.2).
    private static Expectation Attribute(ReplyParts parts)
    {
        var (clear, hash) = (parts.Asked("raw") ?? parts.Asked("enc"), parts.Asked("hash"));
        if (parts.Asked("dest") is not { } dest || (clear ?? hash) is not { } sought)
            return Incomplete();
        var key = StateKeys.Attribute(dest, clear is null ? sought : ReplyParts.HexSha256(sought));
        return parts.Result.Find("data") switch
        {
            null or LedgerNull => new Expectation(key, null),
            LedgerText text when clear is not null => new Expectation(key, parts.Wrapped(ReplyParts.HexSha256(text.Value))),
            LedgerText text when text.Value == sought => new Expectation(key, parts.Wrapped(string.Empty)),
            _ => Expectation.Malformed("The data of an attribute must be its text, or the hash asked for."),
        };
    }

    private static Expectation Schema(ReplyParts parts)
    {
        var asked = parts.Operation.FindMap("data");
        var (name, version) = (asked?.FindText("name")?.Value, asked?.FindText("version")?.Value);
        if (parts.Asked("dest") is not { } dest || name is null || version is null)
            return Incomplete();
        if (parts.DataMap is not { } data)
            return Expectation.Malformed("The data of a schema must be an object.");
        if (!Agrees(data, "name", name) || !Agrees(data, "version", version))
            return Unproven("The schema has another name or version than the one asked for.");

        var content = data.Without("name").Without("version");
        return new Expectation(StateKeys.Schema(dest, name, version), content.Count == 0 ? null : parts.Wrapped(content));
    }

    private static Expectation CredentialDefinition(ReplyParts parts)
    {
        if (parts.Asked("origin") is not { } origin || parts.Asked("signature_type") is not { } type || parts.AskedNumber("ref") is not { } number)
            return Incomplete();
        return Whole(
            parts, StateKeys.CredentialDefinition(origin, type, number.ToString(CultureInfo.InvariantCulture), parts.Asked("tag")));
    }

    private static Expectation AuthRule(ReplyParts parts)
    {
        if (parts.Asked("auth_type") is not { } type || parts.Asked("auth_action") is not { } action || parts.Asked("field") is not { } field)
            return Expectation.Refused(StateProofFault.NotProvable, "The list of all rules has no proof.");
        var old = parts.Asked("old_value") ?? (action == "ADD" ? "*" : string.Empty);
        var key = StateKeys.AuthRule($"{type}--{action}--{field}--{old}--{parts.Asked("new_value") ?? string.Empty}");
        if (parts.Data is not LedgerList { Count: 1 } rules || rules[0] is not LedgerMap rule || rule.Find("constraint") is not { } constraint)
            return Expectation.Malformed("The data must be a list of the one rule asked for.");
        if (parts.Operation.Any(asked => rule.Find(asked.Key) is { } given && !given.Equals(asked.Value)))
            return Unproven("The rule is another one than the one asked for.");
        return new Expectation(key, constraint.ToStateJsonBytes());
    }

    private static Expectation Agreement(ReplyParts parts)
    {
        var (version, digest) = (parts.Asked("version"), parts.Asked("digest"));
        if (version is null && digest is not null)
            return Whole(parts, StateKeys.AgreementDigest(digest));

        var key = version is null ? StateKeys.AgreementLatest : StateKeys.AgreementVersion(version);
        if (parts.Data is LedgerNull)
            return new Expectation(key, null);
        if (parts.DataMap is not { } data || data.FindText("version") is not { } given || data.FindText("text") is not { } text)
            return Expectation.Malformed("The data of an agreement need version and text.");

        var own = ReplyParts.HexSha256(given.Value + text.Value);
        if (!Agrees(data, "digest", own) || (version is not null && given.Value != version))
            return Unproven("The agreement has another version or digest than its text.");
        return new Expectation(key, Encoding.UTF8.GetBytes(own));
    }

    private static Expectation Mechanisms(ReplyParts parts) => Whole(
        parts, parts.Asked("version") is { } version ? StateKeys.MechanismsVersion(version) : StateKeys.MechanismsLatest);

    private static bool Agrees(LedgerMap data, string name, LedgerValue expected) => data.Find(name) is not { } given || given.Equals(expected);

    private static Expectation Incomplete() => Expectation.Refused(StateProofFault.OtherRequest, "The query lacks a member that names what it asks for.");

    private static Expectation Unproven(string detail) => Expectation.Refused(StateProofFault.UnprovenMembers, detail);
}
