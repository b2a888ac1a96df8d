using System.Text.Json;
using GovID.Cryptography.Bls;

namespace GovID.Conformance.Suites.Bls;

/// <summary>A key and a proof of possession from a genesis file, with the stated verdict.</summary>
internal static class PossessionCase
{
    public static void Run(JsonElement item)
    {
        var proven = BlsPublicKey.TryParse(item.Text("blskey"), out var key)
            && BlsSignature.TryParse(item.Text("blskey_pop"), out var proof)
            && key.VerifyPossession(proof);
        Check.Equal("valid", item.Truth("valid"), proven);
    }
}
