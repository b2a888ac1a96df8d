namespace GovID.AnonCreds.Credentials;

/// <summary>A credential that its holder has verified and completed, and from now on keeps.</summary>
public sealed class HeldCredential
{
    internal HeldCredential(Credential content) => Content = content;

    /// <summary>The published form.</summary>
    public Credential Content { get; }

    /// <summary>Reads what <see cref="ToUtf8Json"/> wrote. Its signature is not verified again.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/>, <see cref="AnonCredsErrorCode.TooLarge"/> or <see cref="AnonCredsErrorCode.Invalid"/>, with the field.
    /// </exception>
    public static HeldCredential Parse(ReadOnlySpan<byte> utf8) => new(Credential.Parse(utf8));

    /// <summary>The credential as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => Content.ToUtf8Json();

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}
