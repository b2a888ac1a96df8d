using System.Text.Json;
using GovID.Cryptography;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Encodings;
using GovID.Ledger;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Bls;

/// <summary>Signatures of Node1, Node2 and so on, their sums, and the multi-signatures of a pool with these validators.</summary>
internal static class SignatureCases
{
    private const int Summed = 3;

    public static void Signatures(JsonElement item)
    {
        var message = item.Bytes("message_hex");
        string[] expected = [.. item.Items("signatures_b58").Select(text => text.GetString()!)];
        Check.That("signatures_b58", expected.Length >= Summed, $"at least {Summed} signatures are needed");
        var keys = new BlsPublicKey[expected.Length];
        var signatures = new BlsSignature[expected.Length];
        for (var i = 0; i < expected.Length; i++)
        {
            using var key = KeyCases.Of($"Node{i + 1}");
            keys[i] = key.PublicKey;
            signatures[i] = key.Sign(message);
            Check.Equal($"signatures_b58[{i}]", expected[i], signatures[i].ToString());
            Check.That($"signatures_b58[{i}]", keys[i].Verify(message, BlsSignature.Parse(expected[i])), "the signature does not verify");
        }

        var signature = BlsSignature.Aggregate(signatures[..Summed]);
        var sum = BlsPublicKey.Aggregate(keys[..Summed]);
        Check.Equal("multiSigOfNode1to3_hex", item.Text("multiSigOfNode1to3_hex"), Hex.Encode(signature.ToBytes()));
        Check.Equal("multiSigOfNode1to3_b58", item.Text("multiSigOfNode1to3_b58"), signature.ToString());
        Check.Equal("aggregatedVk_hex", item.Text("aggregatedVk_hex"), Hex.Encode(sum.ToBytes()));
        Check.That("multiSigOfNode1to3_b58", sum.Verify(message, signature), "the sum of signatures does not verify under the sum of keys");
    }

    public static void MultiSignature(JsonElement item)
    {
        var text = item.Member("multi_signature").GetRawText();
        Check.Equal("valid", item.Truth("valid"), IsValid(text));
        if (item.Optional("signedBytes_hex") is not null)
        {
            var value = Ledger.State.MultiSignature.Parse(LedgerMap.Parse(text)).Value;
            Check.Equal("signedBytes_hex", item.Text("signedBytes_hex"), Hex.Encode(value.SignedBytes));
        }
    }

    private static bool IsValid(string text)
    {
        try
        {
            var multiSignature = Ledger.State.MultiSignature.Parse(LedgerMap.Parse(text));
            return multiSignature.Participants.Count > 0
                && BlsSignature.TryParse(multiSignature.Signature, out var signature)
                && SumOf(multiSignature.Participants).Verify(multiSignature.Value.SignedBytes, signature);
        }
        catch (Exception refusal) when (refusal is LedgerException or CryptoException)
        {
            return false;
        }
    }

    private static BlsPublicKey SumOf(IEnumerable<string> participants)
    {
        var keys = new List<BlsPublicKey>();
        foreach (var alias in participants)
        {
            using var key = KeyCases.Of(alias);
            keys.Add(key.PublicKey);
        }

        return BlsPublicKey.Aggregate(keys);
    }
}
