using GovID.Cryptography.Encodings;

namespace GovID.Dids.Internal.Peer;

/// <summary>The hash inside did:peer 1, 3 and 4: base58btc of a SHA-256 multihash.</summary>
internal static class PeerHash
{
    public static string Of(ReadOnlySpan<byte> content) =>
        Multibase.Encode(MultibaseEncoding.Base58Btc, Multihash.Of(MultihashAlgorithm.Sha256, content));
}
