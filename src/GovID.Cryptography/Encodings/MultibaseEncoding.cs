namespace GovID.Cryptography.Encodings;

/// <summary>The bases that multibase text is read and written in; the value is the prefix character.</summary>
public enum MultibaseEncoding
{
    /// <summary>Lower-case hexadecimal, prefix <c>f</c>.</summary>
    Base16 = 'f',

    /// <summary>Base58 with the Bitcoin alphabet, prefix <c>z</c>; what did:key and did:peer use.</summary>
    Base58Btc = 'z',

    /// <summary>Base64url without padding, prefix <c>u</c>.</summary>
    Base64Url = 'u',
}
