using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Bls.Internal;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;

namespace GovID.Conformance.Suites.Bls;

/// <summary>Keys from seeds, and the generator underneath step by step.</summary>
internal static class KeyCases
{
    private const int TracedBytes = 64;

    /// <summary>The key of an entity by its name: the seed is the name with zeros in front (ledger specification 2.3).</summary>
    public static BlsSecretKey Of(string alias) => BlsSecretKey.FromSeed(Encoding.ASCII.GetBytes(alias.PadLeft(BlsSecretKey.Length, '0')));

    public static void Trace(JsonElement item)
    {
        var seed = Encoding.ASCII.GetBytes(item.Text("seed_ascii"));
        var digest = Sha256.Hash(seed);
        Check.Equal("sha256OfSeed", item.Text("sha256OfSeed"), Hex.Encode(digest));
        var words = item.Items("littleEndianWords").Select(word => word.GetUInt32()).ToArray();
        Check.Equal("littleEndianWords.length", words.Length, digest.Length / sizeof(uint));
        for (var i = 0; i < words.Length; i++)
            Check.Equal($"littleEndianWords[{i}]", words[i], BinaryPrimitives.ReadUInt32LittleEndian(digest.AsSpan(i * sizeof(uint))));

        using var generator = new SeededGenerator(seed);
        var drawn = new byte[TracedBytes];
        for (var i = 0; i < drawn.Length; i++)
            drawn[i] = generator.NextByte();
        Check.Equal("firstPool_hex", item.Text("firstPool_hex"), Hex.Encode(drawn.AsSpan(0, Sha256.Length)));
        Check.Equal("first64bytes_hex", item.Text("first64bytes_hex"), Hex.Encode(drawn));
        using var key = BlsSecretKey.FromSeed(seed);
        Check.Equal("secretKey_hex", item.Text("secretKey_hex"), Hex.Encode(Secret(key)));
    }

    /// <summary>What a computation does not state about a key is not compared; at least the secret and the public key are stated.</summary>
    public static void Key(JsonElement item)
    {
        var seed = item.Optional("seed_ascii") is { } ascii ? Encoding.ASCII.GetBytes(ascii.GetString()!) : item.Bytes("seed_hex");
        using var key = BlsSecretKey.FromSeed(seed);
        var bytes = key.PublicKey.ToBytes();
        var proof = key.ProvePossession();

        Check.Equal("sk_hex", item.Text("sk_hex"), Hex.Encode(Secret(key)));
        CheckStated(item, "sk_b58", Base58.Encode(Secret(key)));
        Check.Equal("vk_hex", item.Text("vk_hex"), Hex.Encode(bytes));
        CheckStated(item, "vk_b58", key.PublicKey.ToString());
        CheckStated(item, "keccak256OfVk_hex", Hex.Encode(Keccak256.Hash(bytes)));
        CheckStated(item, "pop_hex", Hex.Encode(proof.ToBytes()));
        CheckStated(item, "pop_b58", proof.ToString());
        Check.That("pop", key.PublicKey.VerifyPossession(proof), "the proof of possession does not verify");
    }

    private static void CheckStated(JsonElement item, string member, string actual)
    {
        if (item.Optional(member) is not null)
            Check.Equal(member, item.Text(member), actual);
    }

    private static byte[] Secret(BlsSecretKey key)
    {
        var secret = new byte[BlsSecretKey.Length];
        key.ExportSecret(secret);
        return secret;
    }
}
