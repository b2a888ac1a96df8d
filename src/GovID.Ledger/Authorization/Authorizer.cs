using System.Diagnostics;
using GovID.Ledger.Requests;

namespace GovID.Ledger.Authorization;

/// <summary>Judges constraints against the signers of a request (specification 12.1, 12.3).</summary>
public static class Authorizer
{
    private static readonly string[] Privileged = [LedgerRole.Endorser, LedgerRole.Trustee, LedgerRole.Steward];

    /// <summary>Says whether the signers satisfy a constraint.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="signers">The signers, verified before.</param>
    /// <param name="action">What the request is about to do.</param>
    /// <param name="isOwner">Whether the author owns the object.</param>
    /// <returns>The verdict.</returns>
    public static AuthVerdict Judge(AuthConstraint constraint, Signers signers, AuthRuleId action, bool isOwner)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        ArgumentNullException.ThrowIfNull(signers);
        ArgumentNullException.ThrowIfNull(action);
        return Find(constraint, new Attempt(signers, action, isOwner)) is { } reason ? new AuthVerdict.Denied(reason) : AuthVerdict.Ok;
    }

    private static string? Find(AuthConstraint constraint, Attempt attempt) => constraint switch
    {
        AuthConstraint.Role role => JudgeRole(role, attempt) ?? JudgeEndorser(attempt.Signers),
        AuthConstraint.All all => all.Parts.Select(part => Find(part, attempt)).FirstOrDefault(reason => reason is not null),
        AuthConstraint.Any any => JudgeAny(any, attempt),
        AuthConstraint.Forbidden forbidden => forbidden.Describe(),
        _ => throw new UnreachableException(),
    };

    private static string? JudgeAny(AuthConstraint.Any any, Attempt attempt)
    {
        var failures = new List<string>();
        foreach (var part in any.Parts)
        {
            if (Find(part, attempt) is not { } reason)
                return null;
            failures.Add($"Constraint: {part.Describe()}, Error: {reason}");
        }

        return $"Rule for this action is: {any.Describe()}\nFailed checks:\n{string.Join('\n', failures)}";
    }

    private static string? JudgeRole(AuthConstraint.Role role, Attempt attempt)
    {
        var signers = attempt.Signers;
        if (role.MustBeOwner && !attempt.IsOwner)
            return DescribeStranger(attempt);
        var asksSignature = role.Signatures.Sign > 0;
        if (asksSignature && role.AcceptsOffLedger is not true && signers.AuthorRole is null)
            return $"sender's DID {signers.Author} is not found in the Ledger";
        if (asksSignature && !signers.IsSingle && !signers.All.Contains(signers.Author))
            return "Author must sign the transaction";
        return CountOf(role, signers) < role.Signatures ? $"Not enough {RoleNames.OfSigner(role.Code)} signatures" : null;
    }

    private static string DescribeStranger(Attempt attempt)
    {
        var author = RoleNames.OfAuthor(attempt.Signers.AuthorRole);
        return attempt.Action.Field == AuthRuleId.Anything
            ? $"{author} can not edit {RoleNames.OfTransaction(attempt.Action.Type)} txn since only owner can modify it"
            : $"{author} can not touch {attempt.Action.Field} field since only the owner can modify it";
    }

    private static int CountOf(AuthConstraint.Role role, Signers signers)
    {
        if (role.Code == AuthConstraint.AnyRole && !signers.IsSingle)
            return signers.All.Count;
        return signers.All.Count(signer => role.AcceptsOffLedger is true || Accepts(role, signers.RoleOf(signer)));
    }

    private static bool Accepts(AuthConstraint.Role role, string? code)
    {
        if (code is null)
            return false;
        return role.Code == AuthConstraint.AnyRole || string.Equals(code, role.Code ?? string.Empty, StringComparison.Ordinal);
    }

    private static string? JudgeEndorser(Signers signers)
    {
        if (signers.Endorser is { } endorser && signers.RoleOf(endorser) != LedgerRole.Endorser)
            return "Endorser must have one of the following roles: {'ENDORSER'}";
        if (signers.IsSingle || signers.All is [] || (signers.All.Count == 1 && signers.All[0] == signers.Author))
            return null;
        var isEndorsed = !IsPrivileged(signers.AuthorRole) && signers.All.Any(signer => IsPrivileged(signers.RoleOf(signer)));
        return isEndorsed && signers.Endorser is null ? "'Endorser' field must be explicitly set for the endorsed transaction" : null;
    }

    private static bool IsPrivileged(string? role) => role is not null && Privileged.Contains(role);

    private readonly record struct Attempt(Signers Signers, AuthRuleId Action, bool IsOwner);
}
