namespace GovID.Dids;

/// <summary>The one exception of this package; <see cref="Code"/> says what kind of refusal it is.</summary>
/// <remarks>Messages name the field and the remedy. They never repeat more than the first characters of what came from outside.</remarks>
public sealed class DidException : Exception
{
    /// <summary>Makes an exception with its code.</summary>
    /// <param name="code">What kind of refusal it is.</param>
    /// <param name="message">What is wrong and what to do about it.</param>
    /// <param name="field">The member or part of the input that is wrong, when it has a name.</param>
    /// <param name="inner">The failure underneath, if any.</param>
    public DidException(DidErrorCode code, string message, string? field = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Field = field;
    }

    /// <summary>The kind of refusal; stable, for programs.</summary>
    public DidErrorCode Code { get; }

    /// <summary>The member or part of the input that is wrong, or null when the whole of it is.</summary>
    public string? Field { get; }
}
