namespace GovID.AnonCreds.Credentials;

/// <summary>A credential as the issuer sends it, before the holder has processed it.</summary>
public sealed class IssuedCredential
{
    internal IssuedCredential(Credential content) => Content = content;

    /// <summary>The published form.</summary>
    public Credential Content { get; }

    /// <summary>Reads and checks a credential; whether its signature holds is for <see cref="Holder.Process(ReceivedCredential)"/> to say.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/>, <see cref="AnonCredsErrorCode.TooLarge"/> or <see cref="AnonCredsErrorCode.Invalid"/>, with the field.
    /// </exception>
    public static IssuedCredential Parse(ReadOnlySpan<byte> utf8) => new(Credential.Parse(utf8));

    /// <summary>The credential as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => Content.ToUtf8Json();

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}
