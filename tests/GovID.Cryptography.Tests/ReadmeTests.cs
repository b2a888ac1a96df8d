using GovID.Cryptography.Derivation;
using GovID.Cryptography.Keys;
using GovID.Cryptography.Symmetric;
using GovID.TestKit;

namespace GovID.Cryptography.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_example_runs()
    {
        var message = "first words"u8;

        #region snippet
        using var signer = PrivateKey.Generate(KeyType.Ed25519);
        byte[] signature = signer.Sign(message);
        bool genuine = signer.PublicKey.Verify(message, signature);
        string name = signer.PublicKey.ToMultikey();              // z6Mk..., the tail of a did:key

        using var alice = PrivateKey.Generate(KeyType.X25519);
        using var bob = PrivateKey.Generate(KeyType.X25519);
        using var secret = alice.Agree(bob.PublicKey);
        using var key = Hkdf.Sha256.DeriveKey(secret, salt: [], info: "greeting"u8, length: 32);

        var cipher = AeadAlgorithm.XChaCha20Poly1305;
        byte[] nonce = RandomBytes.Get(cipher.NonceSize);
        byte[] sealedText = cipher.Encrypt(key, nonce, associatedData: [], message);
        bool opened = cipher.TryDecrypt(key, nonce, [], sealedText, out byte[]? plaintext);
        #endregion

        genuine.ShouldBeTrue();
        name.ShouldStartWith("z6Mk");
        opened.ShouldBeTrue();
        plaintext.ShouldBe(message.ToArray());
    }

    [Fact]
    public void Every_error_code_is_explained()
    {
        var readme = File.ReadAllText(Path.Combine(SharedData.Repository, "src", "GovID.Cryptography", "README.md"));

        foreach (var code in Enum.GetNames<CryptoErrorCode>()) readme.ShouldContain($"`{code}`");
    }
}
