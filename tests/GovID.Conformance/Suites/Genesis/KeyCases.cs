using System.Text.Json;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Ledger.Genesis;
using GovID.Ledger.Identifiers;

namespace GovID.Conformance.Suites.Genesis;

/// <summary>The keys that follow from the names of a sandbox (specification 2.3, 2.4).</summary>
internal static class KeyCases
{
    public static void RunPerson(JsonElement person)
    {
        var identity = new SandboxIdentity(person.Text("name"));
        Check.Equal("seed", person.Text("seed"), identity.Seed);
        Check.Equal("did", person.Text("did"), identity.Did.Text);
        Check.Equal("verkey", person.Text("verkey"), Verkey.Of(identity.PublicKey).Text);
        Check.Equal("abbreviated", person.Text("abbreviated"), Verkey.Abbreviate(identity.PublicKey).Text);
        Check.Equal("verkey_hex", person.Text("verkey_hex"), Hex.Encode(identity.PublicKey.Export()));
        Check.Equal("secret_hex", person.Text("secret_hex"), Hex.Encode(identity.SeedBytes()));
        Check.Equal("expanded", person.Text("verkey_hex"), Hex.Encode(Verkey.Parse(person.Text("abbreviated")).Expand(LedgerDid.Parse(person.Text("did")))));
    }

    public static void RunNode(JsonElement node)
    {
        var identity = new SandboxIdentity(node.Text("alias"));
        Check.Equal("seed", node.Text("seed"), identity.Seed);
        Check.Equal("dest", node.Text("dest"), Base58.Encode(identity.PublicKey.Export()));
        Check.Equal("verkey_hex", node.Text("verkey_hex"), Hex.Encode(identity.PublicKey.Export()));
        CheckTransport(node, identity);
        CheckBls(node, identity);
        Check.Equal("txnId", node.Text("txnId"), TransactionId(identity.Name));
    }

    private static void CheckTransport(JsonElement node, SandboxIdentity identity)
    {
        var publicKey = identity.PublicKey.ToX25519().Export();
        Check.Equal("x25519_public_hex", node.Text("x25519_public_hex"), Hex.Encode(publicKey));
        Check.Equal("z85_public", node.Text("z85_public"), TransportKeys.ToZ85(publicKey));
        using var signing = identity.OpenKey();
        using var agreement = signing.ToX25519();
        var secret = new byte[32];
        agreement.ExportSecret(secret);
        Check.Equal("x25519_secret_hex", node.Text("x25519_secret_hex"), Hex.Encode(secret));
        Check.Equal("z85_secret", node.Text("z85_secret"), TransportKeys.ToZ85(secret));
        Check.That("z85_secret", TransportKeys.TryFromZ85(node.Text("z85_secret"), out var read) && read.AsSpan().SequenceEqual(secret), "is not read back");
        Check.Equal("x25519 keys", KeyType.X25519.ToString(), agreement.Type.ToString());
    }

    private static void CheckBls(JsonElement node, SandboxIdentity identity)
    {
        using var secret = BlsSecretKey.FromSeed(identity.SeedBytes());
        var bytes = new byte[BlsSecretKey.Length];
        secret.ExportSecret(bytes);
        Check.Equal("bls_sk_hex", node.Text("bls_sk_hex"), Hex.Encode(bytes));
        Check.Equal("bls_vk_hex", node.Text("bls_vk_hex"), Hex.Encode(secret.PublicKey.ToBytes()));
        Check.Equal("blskey", node.Text("blskey"), secret.PublicKey.ToString());
        var proof = secret.ProvePossession();
        Check.Equal("bls_pop_hex", node.Text("bls_pop_hex"), Hex.Encode(proof.ToBytes()));
        Check.Equal("blskey_pop", node.Text("blskey_pop"), proof.ToString());
        Check.That("blskey_pop", secret.PublicKey.VerifyPossession(proof), "does not verify");
    }

    private static string TransactionId(string alias) =>
        Hex.Encode(Cryptography.Hashing.Sha256.Hash(System.Text.Encoding.UTF8.GetBytes(alias)));
}
