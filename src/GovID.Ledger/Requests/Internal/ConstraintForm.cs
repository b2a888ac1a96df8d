using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Internal;

/// <summary>The form of a constraint as clients send it (specification 12.1).</summary>
internal static class ConstraintForm
{
    private const int DeepestNesting = 16;

    public static void Check(LedgerMap constraint, string path) => Check(constraint, path, DeepestNesting);

    private static void Check(LedgerMap constraint, string path, int depth)
    {
        if (depth == 0)
            throw new LedgerException(LedgerErrorCode.TooDeep, $"Constraints nest at most {DeepestNesting} levels.", path);

        var reader = new OperationReader(constraint, path);
        var kind = reader.Text("constraint_id");
        switch (kind)
        {
            case "ROLE":
                CheckRole(reader);
                break;
            case "OR" or "AND":
                CheckParts(reader, depth);
                break;
            default:
                reader.Require(kind == "FORBIDDEN", "constraint_id", "is ROLE, OR, AND or FORBIDDEN");
                break;
        }
    }

    /// <summary>The role <c>*</c> is left to custom operations: it opens an action to everybody on the ledger (specification 11.10).</summary>
    private static void CheckRole(OperationReader reader)
    {
        var role = reader.MemberText("role");
        reader.Require(role.Text is null || LedgerRole.IsKnown(role.Text), "role", "is 0, 2, 101, 201 or null");
        reader.Require(reader.Integer("sig_count").Sign >= 0, "sig_count", "is not negative");
        _ = reader.OptionalBoolean("need_to_be_owner");
        _ = reader.OptionalBoolean("off_ledger_signature");
        _ = reader.OptionalMap("metadata");
    }

    private static void CheckParts(OperationReader reader, int depth)
    {
        var parts = reader.List("auth_constraints");
        reader.Require(parts.Count > 0, "auth_constraints", "has at least one constraint");
        for (var i = 0; i < parts.Count; i++)
        {
            var path = reader.Field($"auth_constraints[{i}]");
            var part = parts[i] as LedgerMap ?? throw new LedgerException(LedgerErrorCode.WrongType, "A constraint must be an object.", path);
            Check(part, path, depth - 1);
        }
    }
}
