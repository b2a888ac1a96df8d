namespace GovID.Cryptography.Encodings;

/// <summary>The hash functions a multihash may name; the value is the code on the wire (multihash table).</summary>
public enum MultihashAlgorithm
{
    /// <summary>sha2-256.</summary>
    Sha256 = 0x12,

    /// <summary>sha2-512.</summary>
    Sha512 = 0x13,

    /// <summary>sha3-256.</summary>
    Sha3Of256 = 0x16,

    /// <summary>keccak-256.</summary>
    Keccak256 = 0x1b,

    /// <summary>sha2-384.</summary>
    Sha384 = 0x20,
}
