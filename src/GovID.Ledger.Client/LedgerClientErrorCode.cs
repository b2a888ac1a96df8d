namespace GovID.Ledger.Client;

/// <summary>Says why the ledger client refused something; stable, meant for programs.</summary>
public enum LedgerClientErrorCode
{
    /// <summary>A text does not follow its format.</summary>
    Malformed,

    /// <summary>An input is longer than its limit.</summary>
    TooLarge,

    /// <summary>What the owner of a DID put on the ledger contradicts what the ledger itself states, or breaks the rules of the method.</summary>
    InvalidContent,

    /// <summary>The DID has no key any more.</summary>
    Deactivated,
}
