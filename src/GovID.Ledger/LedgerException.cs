namespace GovID.Ledger;

/// <summary>Says why ledger material was refused; stable, meant for programs.</summary>
public enum LedgerErrorCode
{
    /// <summary>The text or bytes do not follow the format.</summary>
    Malformed,

    /// <summary>An object carries the same member twice.</summary>
    DuplicateMember,

    /// <summary>The input, or a part of it, is longer than its limit.</summary>
    TooLarge,

    /// <summary>The input nests deeper than its limit.</summary>
    TooDeep,

    /// <summary>The bytes are readable but are not the one form a writer may produce.</summary>
    NotCanonical,

    /// <summary>The value has no form in the encoding asked for.</summary>
    NotRepresentable,

    /// <summary>A required member is absent.</summary>
    MissingMember,

    /// <summary>A member has another type than the specification asks for.</summary>
    WrongType,

    /// <summary>A number or text lies outside the range the specification allows.</summary>
    OutOfRange,

    /// <summary>The type or operation is not one this library knows.</summary>
    Unsupported,

    /// <summary>A stored structure contradicts itself.</summary>
    Inconsistent,
}

/// <summary>
/// Refuses malformed ledger material. <see cref="Code"/> is for programs, <see cref="Field"/> and <see cref="Line"/> name the place,
/// the message says what to mend.
/// </summary>
public sealed class LedgerException : Exception
{
    /// <summary>Creates the refusal.</summary>
    /// <param name="code">The stable reason.</param>
    /// <param name="message">One sentence that names what is wrong and what would be right.</param>
    /// <param name="field">The path of the member, such as <c>txn.data.role</c> or <c>values[0].from</c>.</param>
    /// <param name="line">The 1-based line, for formats that have lines.</param>
    /// <param name="inner">The cause, when another exception is one.</param>
    public LedgerException(LedgerErrorCode code, string message, string? field = null, int? line = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Field = field;
        Line = line;
    }

    /// <summary>Gets the stable reason.</summary>
    public LedgerErrorCode Code { get; }

    /// <summary>Gets the path of the member that was refused, or null when the whole input was.</summary>
    public string? Field { get; }

    /// <summary>Gets the 1-based line of the input, or null when the format has no lines.</summary>
    public int? Line { get; }
}
