using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;

namespace GovID.Ledger.Authorization;

/// <summary>Who signed a request, and which roles they have.</summary>
public sealed class Signers
{
    private readonly Func<string, string?> _roleOf;

    /// <summary>Takes the signers of a request whose signatures were verified.</summary>
    /// <param name="request">The request.</param>
    /// <param name="roleOf">The role of an identifier: null where it is not on the ledger, empty where it has none.</param>
    public Signers(LedgerRequest request, Func<string, string?> roleOf)
    {
        ArgumentNullException.ThrowIfNull(request);
        _roleOf = roleOf;
        Author = request.Author();
        Endorser = request.Endorser?.Text;
        IsSingle = request.Signature is not null;
        All = IsSingle ? [Author] : [.. request.Signatures.Select(signature => signature.Key.Text)];
    }

    /// <summary>Gets the author.</summary>
    public string Author { get; }

    /// <summary>Gets the endorser, if one is named.</summary>
    public string? Endorser { get; }

    /// <summary>Gets everybody who signed, in the order of the request.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Gets a value indicating whether the request carries one bare signature.</summary>
    public bool IsSingle { get; }

    /// <summary>Gets the author's role; null where the author is not on the ledger, empty where it has none.</summary>
    public string? AuthorRole => _roleOf(Author);

    /// <summary>The role of an identifier.</summary>
    /// <param name="identifier">The identifier.</param>
    /// <returns>Null where it is not on the ledger, empty where it has none.</returns>
    public string? RoleOf(string identifier) => _roleOf(identifier);
}
