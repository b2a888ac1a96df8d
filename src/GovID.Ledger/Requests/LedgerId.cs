namespace GovID.Ledger.Requests;

/// <summary>The ledgers of a network by their number (specification 1.4).</summary>
public enum LedgerId
{
    /// <summary>The validators: NODE transactions.</summary>
    Pool = 0,

    /// <summary>Identifiers, schemas, definitions and revocation.</summary>
    Domain = 1,

    /// <summary>Rules, agreements and settings of the network.</summary>
    Config = 2,

    /// <summary>The roots of the other ledgers after each batch.</summary>
    Audit = 3,
}
