using GovID.Ledger.Requests;

namespace GovID.Ledger.Authorization;

/// <summary>The names of roles and transactions in reason texts (specification 4.2).</summary>
internal static class RoleNames
{
    /// <summary>The name of the role an author has or a rule asks of the author.</summary>
    public static string OfAuthor(string? code) => string.IsNullOrEmpty(code) ? "None role" : Name(code);

    /// <summary>The name of the role whose signatures are missing.</summary>
    public static string OfSigner(string? code) => code switch
    {
        null => "IDENTITY_OWNER",
        AuthConstraint.AnyRole => AuthConstraint.AnyRole,
        _ => Name(code),
    };

    /// <summary>The name of a transaction type.</summary>
    public static string OfTransaction(string type) => type switch
    {
        "0" => "NODE",
        "1" => "NYM",
        "100" => "ATTRIB",
        "101" => "SCHEMA",
        "102" => "CLAIM_DEF",
        "109" => "POOL_UPGRADE",
        "110" => "NODE_UPGRADE",
        "111" => "POOL_CONFIG",
        "113" => "REVOC_REG_DEF",
        "114" => "REVOC_REG_ENTRY",
        "118" => "POOL_RESTART",
        "119" => "VALIDATOR_INFO",
        "120" => "AUTH_RULE",
        "122" => "AUTH_RULES",
        "130" => "FLAG",
        _ => "Unknown_transaction_type",
    };

    private static string Name(string code) => code switch
    {
        LedgerRole.Trustee => "TRUSTEE",
        LedgerRole.Steward => "STEWARD",
        LedgerRole.Endorser => "ENDORSER",
        LedgerRole.NetworkMonitor => "NETWORK_MONITOR",
        _ => "Unknown role",
    };
}
