namespace GovID.Ledger.Requests;

/// <summary>The codes of roles as NYM transactions and authorisation rules carry them (specification 1.4).</summary>
public static class LedgerRole
{
    /// <summary>May change rules and appoint stewards.</summary>
    public const string Trustee = "0";

    /// <summary>Runs a validator.</summary>
    public const string Steward = "2";

    /// <summary>Writes for itself and signs for authors without a role.</summary>
    public const string Endorser = "101";

    /// <summary>Reads the state of validators.</summary>
    public const string NetworkMonitor = "201";

    private static readonly (string Name, string Code)[] Names =
    [
        ("TRUSTEE", Trustee), ("STEWARD", Steward), ("ENDORSER", Endorser), ("TRUST_ANCHOR", Endorser), ("NETWORK_MONITOR", NetworkMonitor),
    ];

    /// <summary>Says whether a code is one of the four.</summary>
    /// <param name="code">The code.</param>
    /// <returns>Whether it is known.</returns>
    public static bool IsKnown(string code) => code is Trustee or Steward or Endorser or NetworkMonitor;

    /// <summary>Reads a role given by name or by number, as clients accept it; the empty text means "no role" (specification 6.5).</summary>
    /// <param name="nameOrNumber">A name such as <c>ENDORSER</c>, or a number, which is not checked further.</param>
    /// <returns>The code; the null value for the empty text.</returns>
    /// <exception cref="LedgerException">An unknown name (<see cref="LedgerErrorCode.Malformed"/>).</exception>
    public static MemberText Parse(string nameOrNumber)
    {
        ArgumentNullException.ThrowIfNull(nameOrNumber);
        if (nameOrNumber.Length == 0)
            return MemberText.Null;

        var known = Names.FirstOrDefault(role => string.Equals(role.Name, nameOrNumber, StringComparison.Ordinal)).Code;
        return known ?? (uint.TryParse(nameOrNumber, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? nameOrNumber
            : throw new LedgerException(LedgerErrorCode.Malformed, "A role is TRUSTEE, STEWARD, ENDORSER, NETWORK_MONITOR or a number.", "role"));
    }
}
