using System.Globalization;
using System.Numerics;
using GovID.Ledger.Requests;
using GovID.Ledger.Values;

namespace GovID.Ledger.Authorization;

/// <summary>Who must sign, as a rule on the ledger says it (specification 12.1). The kinds are closed.</summary>
public abstract record AuthConstraint
{
    /// <summary>The role text that stands for any role.</summary>
    public const string AnyRole = "*";

    private const int DeepestNesting = 16;

    private AuthConstraint()
    {
    }

    /// <summary>Reads a constraint of at most 16 levels.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The constraint.</returns>
    /// <exception cref="LedgerException">
    /// A member is missing or of another type, the nesting is too deep, or the role is none that may be asked for
    /// (<see cref="LedgerErrorCode.OutOfRange"/>).
    /// </exception>
    public static AuthConstraint Parse(LedgerMap value) => Parse(value, DeepestNesting);

    /// <summary>Writes the constraint with every member it has, which is how it stands in the state (specification 11.10).</summary>
    /// <returns>The object.</returns>
    public abstract LedgerMap ToMap();

    /// <summary>Says the constraint in the words of reason texts (specification 4.2).</summary>
    /// <returns>The words.</returns>
    public abstract string Describe();

    /// <inheritdoc/>
    public sealed override string ToString() => Describe();

    private static AuthConstraint Parse(LedgerMap value, int depthLeft)
    {
        if (depthLeft == 0)
            throw new LedgerException(LedgerErrorCode.TooDeep, $"Constraints nest at most {DeepestNesting} levels.", "constraint");
        return value.FindText("constraint_id")?.Value switch
        {
            "ROLE" => ParseRole(value),
            "AND" => new All(ParseParts(value, depthLeft - 1)),
            "OR" => new Any(ParseParts(value, depthLeft - 1)),
            "FORBIDDEN" => new Forbidden(),
            _ => throw new LedgerException(LedgerErrorCode.Malformed, "A constraint is ROLE, AND, OR or FORBIDDEN.", "constraint_id"),
        };
    }

    private static AuthConstraint[] ParseParts(LedgerMap value, int depthLeft)
    {
        var parts = value.FindList("auth_constraints")
            ?? throw new LedgerException(LedgerErrorCode.MissingMember, "AND and OR carry a list of constraints.", "auth_constraints");
        return [.. parts.Select(part => Parse(
            part as LedgerMap ?? throw new LedgerException(LedgerErrorCode.WrongType, "A constraint is an object.", "auth_constraints"), depthLeft))];
    }

    private static Role ParseRole(LedgerMap value)
    {
        var role = value.Find("role") switch
        {
            LedgerText text => text.Value,
            LedgerNull => null,
            _ => throw new LedgerException(LedgerErrorCode.WrongType, "A role is a text or null.", "role"),
        };
        var count = value.FindInteger("sig_count")?.Value
            ?? throw new LedgerException(LedgerErrorCode.MissingMember, "A constraint says how many signatures it asks for.", "sig_count");
        var constraint = new Role(role, count)
        {
            MustBeOwner = (value.Find("need_to_be_owner") as LedgerBoolean)?.Value ?? false,
            AcceptsOffLedger = (value.Find("off_ledger_signature") as LedgerBoolean)?.Value,
            Metadata = value.FindMap("metadata") ?? LedgerMap.Empty,
        };
        constraint.CheckRole();
        return constraint;
    }

    /// <summary>So many signatures of one role.</summary>
    /// <param name="Code">The role's number, <see cref="AnyRole"/>, or null for authors without a role.</param>
    /// <param name="Signatures">How many signatures by different signers.</param>
    public sealed record Role(string? Code, BigInteger Signatures) : AuthConstraint
    {
        /// <summary>Gets a value indicating whether the author must own the object.</summary>
        public bool MustBeOwner { get; init; }

        /// <summary>Gets whether signers need not be on the ledger; null where the rule does not say.</summary>
        public bool? AcceptsOffLedger { get; init; }

        /// <summary>Gets what plug-ins keep with the rule.</summary>
        public LedgerMap Metadata { get; init; } = LedgerMap.Empty;

        /// <inheritdoc/>
        public override LedgerMap ToMap()
        {
            var map = LedgerMap.Of(
                ("constraint_id", "ROLE"), ("role", Code), ("sig_count", Signatures), ("need_to_be_owner", MustBeOwner), ("metadata", Metadata));
            return AcceptsOffLedger is { } accepts ? map.With("off_ledger_signature", accepts) : map;
        }

        /// <inheritdoc/>
        public override string Describe()
        {
            var words = AcceptsOffLedger is true ? DescribeOffLedger() : Code == AnyRole ? DescribeAny() : DescribeRole();
            return Metadata.Count == 0
                ? words
                : $"{words} with additional metadata {string.Join(' ', Metadata.Select(member => $"{member.Key} {Validation.Internal.ReasonValues.Plain(member.Value)}"))}";
        }

        internal void CheckRole()
        {
            if (Code is not null && Code != AnyRole && !LedgerRole.IsKnown(Code))
                throw new LedgerException(LedgerErrorCode.OutOfRange, $"Role {Code} is not acceptable", "role");
            if (AcceptsOffLedger is true && Code != AnyRole)
            {
                throw new LedgerException(
                    LedgerErrorCode.OutOfRange,
                    "'off_ledger_signature' can be set to True only if any role is accepted (role='*'). "
                        + $"Got {Code ?? "None"} role instead.",
                    "off_ledger_signature");
            }
        }

        private string DescribeOffLedger() => Plural switch
        {
            true => $"{Number} signatures of any role (off-ledger included) are required",
            false => "1 signature of any role (off-ledger included) is required",
            null => string.Empty,
        };

        private string DescribeAny() => (Plural, MustBeOwner) switch
        {
            (false, true) => "1 signature of any role is required and needs to be owner",
            (false, false) => "1 signature of any role is required ALL",
            (true, false) => $"{Number} signatures of any role are required",
            (true, true) => $"{Number} signatures of any role are required and needs to be owner",
            _ => string.Empty,
        };

        private string DescribeRole() => (Plural, MustBeOwner) switch
        {
            (true, true) => $"{Number} {RoleNames.OfAuthor(Code)} signatures are required and needs to be owner",
            (true, false) => $"{Number} {RoleNames.OfAuthor(Code)} signatures are required",
            (false, false) => $"1 {RoleNames.OfAuthor(Code)} signature is required",
            (false, true) => $"1 {RoleNames.OfAuthor(Code)} signature is required and needs to be owner",
            _ => string.Empty,
        };

        private string Number => Signatures.ToString(CultureInfo.InvariantCulture);

        private bool? Plural => Signatures > BigInteger.One ? true : Signatures.IsOne ? false : null;
    }

    /// <summary>Every part must hold.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record All(IReadOnlyList<AuthConstraint> Parts) : AuthConstraint
    {
        /// <inheritdoc/>
        public override LedgerMap ToMap() => ListMap("AND", Parts);

        /// <inheritdoc/>
        public override string Describe() => string.Join(" AND ", Parts.Select(part => part.Describe()));
    }

    /// <summary>One part must hold.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record Any(IReadOnlyList<AuthConstraint> Parts) : AuthConstraint
    {
        /// <inheritdoc/>
        public override LedgerMap ToMap() => ListMap("OR", Parts);

        /// <inheritdoc/>
        public override string Describe() => string.Join(" OR ", Parts.Select(part => part.Describe()));
    }

    /// <summary>Nobody may.</summary>
    public sealed record Forbidden : AuthConstraint
    {
        /// <inheritdoc/>
        public override LedgerMap ToMap() => LedgerMap.Of(("constraint_id", "FORBIDDEN"));

        /// <inheritdoc/>
        public override string Describe() => "The action is forbidden";
    }

    private static LedgerMap ListMap(string id, IReadOnlyList<AuthConstraint> parts) =>
        LedgerMap.Of(("constraint_id", id), ("auth_constraints", new LedgerList(parts.Select(part => part.ToMap()))));
}
