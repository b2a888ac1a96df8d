namespace GovID.Cryptography;

/// <summary>The one exception of this package; <see cref="Code"/> says what kind of failure it is.</summary>
/// <remarks>Messages name the field and the remedy. They never contain key bytes, plaintext or any other secret.</remarks>
public sealed class CryptoException : Exception
{
    /// <summary>Makes an exception with its code.</summary>
    /// <param name="code">What kind of failure it is.</param>
    /// <param name="message">What is wrong and what to do about it, without secret values.</param>
    /// <param name="field">The member or part of the input that is wrong, when it has a name.</param>
    /// <param name="inner">The failure underneath, if any.</param>
    public CryptoException(CryptoErrorCode code, string message, string? field = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Field = field;
    }

    /// <summary>The kind of failure; stable, for programs.</summary>
    public CryptoErrorCode Code { get; }

    /// <summary>The member or part of the input that is wrong, or null when the whole of it is.</summary>
    public string? Field { get; }
}
