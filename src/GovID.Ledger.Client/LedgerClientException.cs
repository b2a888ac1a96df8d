namespace GovID.Ledger.Client;

/// <summary>The one exception of this package: <see cref="Code"/> is for programs, <see cref="Field"/> names the place.</summary>
public sealed class LedgerClientException : Exception
{
    /// <summary>Creates the refusal.</summary>
    /// <param name="code">The stable reason.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    /// <param name="field">The part that was refused, or null when the whole input was.</param>
    /// <param name="inner">The cause, when another exception is one.</param>
    public LedgerClientException(LedgerClientErrorCode code, string message, string? field = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Field = field;
    }

    /// <summary>Gets the stable reason.</summary>
    public LedgerClientErrorCode Code { get; }

    /// <summary>Gets the part that was refused, or null when the whole input was.</summary>
    public string? Field { get; }
}
