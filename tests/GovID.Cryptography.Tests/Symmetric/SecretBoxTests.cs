using GovID.Cryptography.Symmetric;

namespace GovID.Cryptography.Tests.Symmetric;

public sealed class SecretBoxTests
{
    [Fact]
    public void Opens_what_it_made_and_nothing_that_was_changed()
    {
        using var key = SymmetricKey.Generate(SecretBox.KeySize);
        using var other = SymmetricKey.Generate(SecretBox.KeySize);
        var nonce = RandomBytes.Get(SecretBox.NonceSize);
        foreach (var length in new[] { 0, 1, 100 })
        {
            var plaintext = RandomBytes.Get(length);
            var box = SecretBox.Encrypt(key, nonce, plaintext);

            box.Length.ShouldBe(length + SecretBox.TagSize);
            SecretBox.TryDecrypt(key, nonce, box, out var opened).ShouldBeTrue();
            opened.ShouldBe(plaintext);
            SecretBox.TryDecrypt(other, nonce, box, out _).ShouldBeFalse();
            SecretBox.TryDecrypt(key, new byte[SecretBox.NonceSize], box, out _).ShouldBeFalse();
            for (var i = 0; i < box.Length; i++)
            {
                var damaged = box.ToArray();
                damaged[i] ^= 0x10;
                SecretBox.TryDecrypt(key, nonce, damaged, out _).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void Refuses_wrong_lengths()
    {
        using var key = SymmetricKey.Generate(SecretBox.KeySize);
        using var shorter = SymmetricKey.Generate(31);

        Should.Throw<CryptoException>(() => SecretBox.Encrypt(shorter, new byte[24], [])).Field.ShouldBe("key");
        Should.Throw<CryptoException>(() => SecretBox.Encrypt(key, new byte[23], [])).Field.ShouldBe("nonce");
        SecretBox.TryDecrypt(shorter, new byte[24], new byte[16], out _).ShouldBeFalse();
        SecretBox.TryDecrypt(key, new byte[25], new byte[16], out _).ShouldBeFalse();
        SecretBox.TryDecrypt(key, new byte[24], new byte[15], out _).ShouldBeFalse();
    }
}
