using GovID.Cryptography.Encodings;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>The text form of what a proof says: <c>u</c> and base64url of the MessagePack of tag and body (specification 11).</summary>
internal static class ProofValue
{
    public const int SignatureTag = 1;
    public const int DerivedTag = 2;
    public const int PresentationTag = 3;

    /// <summary>The longest proof value that is read, in characters.</summary>
    public const int MaximumLength = 3 * 1024 * 1024;

    private const char Multibase = 'u';
    private const string Field = "$.proof.proofValue";

    public static string Write(int tag, Action<PackWriter> body)
    {
        var writer = new PackWriter().Array(2).Integer((long)tag);
        body(writer);
        return Multibase + Base64Url.Encode(writer.Written);
    }

    /// <summary>The body of a proof value with the tag.</summary>
    /// <exception cref="AnonCredsException"><see cref="AnonCredsErrorCode.Malformed"/> or <see cref="AnonCredsErrorCode.TooLarge"/>.</exception>
    public static PackValue Read(int tag, string text)
    {
        if (text.Length > MaximumLength)
            throw new AnonCredsException(AnonCredsErrorCode.TooLarge, $"A proof value has at most {MaximumLength} characters.", Field);
        if (!text.StartsWith(Multibase) || !Base64Url.TryDecode(text.AsSpan(1), out var bytes))
            throw PackValue.Refuse(Field, "it is 'u' and base64url without padding");
        return PackReader.Read(bytes).AsItems(Field) is [PackValue.Integer { Value: var actual }, var body] && actual == tag
            ? body
            : throw PackValue.Refuse(Field, $"it is an array of the tag {tag} and a body");
    }
}
