using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Internal;

/// <summary>The texts a node verifies and hashes: the members of the specification only (specification 6.1, 6.3).</summary>
internal static class DigestText
{
    private static readonly string[] Payload = ["identifier", "reqId", "operation", "protocolVersion", "taaAcceptance", "endorser"];
    private static readonly string[] Signatures = ["signature", "signatures"];
    private static readonly string[] HashedMembers = ["raw", "enc", "hash"];

    public static string OfPayload(LedgerMap request) => SigningText.Serialize(Chosen(request, Payload));

    public static string OfAll(LedgerMap request) => SigningText.Serialize(Chosen(request, [.. Payload, .. Signatures]));

    private static LedgerMap Chosen(LedgerMap request, string[] names)
    {
        var chosen = LedgerMap.From(request.Where(member => names.Contains(member.Key)));
        if (!chosen.Contains("identifier") && request.FindMap("signatures") is { } signers)
            chosen = chosen.With("identifier", JoinSigners(signers));
        return SigningText.HashesAttributes(request) && chosen.FindMap("operation") is { } operation
            ? chosen.With("operation", WithHashes(operation))
            : chosen;
    }

    /// <summary>Without an identifier the signers, sorted and joined, stand for it (specification 6.3).</summary>
    private static string JoinSigners(LedgerMap signatures) =>
        string.Join(',', signatures.Select(member => member.Key).Order(StringComparer.Ordinal));

    /// <summary>Nodes replace the three members directly in the operation only (specification 6.2).</summary>
    private static LedgerMap WithHashes(LedgerMap operation)
    {
        foreach (var name in HashedMembers)
        {
            if (operation.Find(name) is { } value)
                operation = operation.With(name, SigningText.HashOf(value, name));
        }

        return operation;
    }
}
