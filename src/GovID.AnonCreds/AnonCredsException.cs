namespace GovID.AnonCreds;

/// <summary>What was wrong, for a program to decide on.</summary>
public enum AnonCredsErrorCode
{
    /// <summary>The text is not the JSON of the object: a member is missing, of a wrong type, doubled or out of range.</summary>
    Malformed,

    /// <summary>The text or a part of it is larger than its limit.</summary>
    TooLarge,

    /// <summary>An identifier fits none of the forms of its kind (specification 14).</summary>
    InvalidIdentifier,

    /// <summary>A key or a proof of its correctness fails a check (3.2, 10.5).</summary>
    InvalidKey,

    /// <summary>An object is well formed but breaks a rule of its kind, or does not belong to the others it came with.</summary>
    Invalid,

    /// <summary>A proof made by the other side does not verify (3.2, 4.7, 6.5).</summary>
    ProofRejected,

    /// <summary>The holder's credentials cannot satisfy the request, for example because a predicate does not hold.</summary>
    CannotPresent,

    /// <summary>The credential is revoked in the status list that was chosen.</summary>
    Revoked,

    /// <summary>A tails file is cut, changed, or not the one that the registry names.</summary>
    TailsRefused,
}

/// <summary>The one exception of this package. It never carries a claim value, a secret or a key.</summary>
public sealed class AnonCredsException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">What was wrong.</param>
    /// <param name="message">What to do about it, in one sentence.</param>
    /// <param name="field">The path of the member concerned, for example <c>$.value.primary.n</c>; null when it is the whole object.</param>
    /// <param name="innerException">What was caught, if anything.</param>
    public AnonCredsException(AnonCredsErrorCode code, string message, string? field = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Field = field;
    }

    /// <summary>What was wrong.</summary>
    public AnonCredsErrorCode Code { get; }

    /// <summary>The path of the member concerned, or null when it is the whole object.</summary>
    public string? Field { get; }
}
