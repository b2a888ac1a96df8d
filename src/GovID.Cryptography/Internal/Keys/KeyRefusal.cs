namespace GovID.Cryptography.Internal.Keys;

/// <summary>Why a key from outside is not taken.</summary>
internal readonly record struct KeyRefusal(CryptoErrorCode Code, string Message)
{
    public static KeyRefusal Length(string what, string expected, int actual) =>
        new(CryptoErrorCode.WrongLength, $"{what} has {expected} bytes; this one has {actual}.");

    public CryptoException AsException(string field) => new(Code, Message, field);
}
