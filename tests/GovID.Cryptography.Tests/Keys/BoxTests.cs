using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Tests.Keys;

public sealed class BoxTests
{
    // "Cryptography in NaCl" (Bernstein), sections 5 to 10: the keys of both sides, nonce, message and box.
    [Fact]
    public void Gives_the_published_box()
    {
        using var alice = PrivateKey.Import(KeyType.X25519, Hex.Decode("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
        using var bob = PrivateKey.Import(KeyType.X25519, Hex.Decode("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
        var nonce = Hex.Decode("69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37");
        var message = Hex.Decode("be075fc53c81f2d5cf141316ebeb0c7b5228c52a4c62cbd44b66849b64244ffce5ecbaaf33bd751a1ac728d45e6c61296cdc3c01233561f41db66cce314adb310e3be8250c46f06dceea3a7fa1348057e2f6556ad6b1318a024a838f21af1fde048977eb48f59ffd4924ca1c60902e52f0a089bc76897040e082f937763848645e0705");
        const string Published = "f3ffc7703f9400e52a7dfb4b3d3305d98e993b9f48681273c29650ba32fc76ce48332ea7164d96a4476fb8c531a1186ac0dfc17c98dce87b4da7f011ec48c97271d2c20f9b928fe2270d6fb863d51738b48eeee314a7cc8ab932164548e526ae90224368517acfeabd6bb3732bc0e9da99832b61ca01b6de56244a9e88d5f9b37973f622a43d14a6599b1f654cb45a74e355a5";

        Hex.Encode(Box.Encrypt(alice, bob.PublicKey, nonce, message)).ShouldBe(Published);
        Box.TryDecrypt(bob, alice.PublicKey, nonce, Hex.Decode(Published), out var opened).ShouldBeTrue();
        opened.ShouldBe(message);
    }

    [Fact]
    public void Opens_for_either_side_and_for_nobody_else()
    {
        using var alice = PrivateKey.Generate(KeyType.X25519);
        using var bob = PrivateKey.Generate(KeyType.X25519);
        using var carol = PrivateKey.Generate(KeyType.X25519);
        var nonce = RandomBytes.Get(Box.NonceSize);
        var box = Box.Encrypt(alice, bob.PublicKey, nonce, [1, 2, 3]);

        Box.TryDecrypt(bob, alice.PublicKey, nonce, box, out var opened).ShouldBeTrue();
        opened.ShouldBe([1, 2, 3]);
        Box.TryDecrypt(alice, bob.PublicKey, nonce, box, out _).ShouldBeTrue();
        Box.TryDecrypt(carol, alice.PublicKey, nonce, box, out _).ShouldBeFalse();
        Box.TryDecrypt(bob, carol.PublicKey, nonce, box, out _).ShouldBeFalse();
        Box.TryDecrypt(bob, alice.PublicKey, new byte[Box.NonceSize], box, out _).ShouldBeFalse();
        Box.TryDecrypt(bob, alice.PublicKey, nonce.AsSpan(1), box, out _).ShouldBeFalse();
    }

    [Fact]
    public void Opens_a_seal_with_the_right_key_only()
    {
        using var bob = PrivateKey.Generate(KeyType.X25519);
        using var carol = PrivateKey.Generate(KeyType.X25519);
        foreach (var length in new[] { 0, 1, 5000 })
        {
            var message = RandomBytes.Get(length);
            var box = SealedBox.Encrypt(bob.PublicKey, message);

            box.Length.ShouldBe(length + SealedBox.Overhead);
            SealedBox.Encrypt(bob.PublicKey, message).ShouldNotBe(box);
            SealedBox.TryDecrypt(bob, box, out var opened).ShouldBeTrue();
            opened.ShouldBe(message);
            SealedBox.TryDecrypt(carol, box, out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void Refuses_a_box_or_seal_with_any_byte_changed_or_cut()
    {
        using var alice = PrivateKey.Generate(KeyType.X25519);
        using var bob = PrivateKey.Generate(KeyType.X25519);
        var nonce = RandomBytes.Get(Box.NonceSize);
        var box = Box.Encrypt(alice, bob.PublicKey, nonce, [1, 2, 3]);
        var seal = SealedBox.Encrypt(bob.PublicKey, [1, 2, 3]);

        for (var i = 0; i < box.Length; i++)
        {
            Box.TryDecrypt(bob, alice.PublicKey, nonce, Changed(box, i), out _).ShouldBeFalse();
            Box.TryDecrypt(bob, alice.PublicKey, nonce, box.AsSpan(0, i), out _).ShouldBeFalse();
        }

        for (var i = 0; i < seal.Length; i++)
        {
            SealedBox.TryDecrypt(bob, Changed(seal, i), out _).ShouldBeFalse();
            SealedBox.TryDecrypt(bob, seal.AsSpan(0, i), out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void Refuses_keys_of_another_type_and_of_small_order()
    {
        using var alice = PrivateKey.Generate(KeyType.X25519);
        using var signer = PrivateKey.Generate(KeyType.Ed25519);
        var zero = PublicKey.Import(KeyType.X25519, new byte[32]);

        Should.Throw<CryptoException>(() => Box.Encrypt(signer, alice.PublicKey, new byte[24], [])).Field.ShouldBe("sender");
        Should.Throw<CryptoException>(() => Box.Encrypt(alice, signer.PublicKey, new byte[24], [])).Field.ShouldBe("recipient");
        Should.Throw<CryptoException>(() => Box.Encrypt(alice, alice.PublicKey, new byte[23], [])).Field.ShouldBe("nonce");
        Should.Throw<CryptoException>(() => SealedBox.Encrypt(signer.PublicKey, [])).Code.ShouldBe(CryptoErrorCode.InvalidKey);
        Should.Throw<CryptoException>(() => Box.Encrypt(alice, zero, new byte[24], [])).Code.ShouldBe(CryptoErrorCode.InvalidPoint);
        Should.Throw<CryptoException>(() => SealedBox.Encrypt(zero, [])).Code.ShouldBe(CryptoErrorCode.InvalidPoint);
        Box.TryDecrypt(alice, zero, new byte[24], new byte[32], out _).ShouldBeFalse();
    }

    [Fact]
    public void Throws_with_a_key_that_was_disposed_of()
    {
        var alice = PrivateKey.Generate(KeyType.X25519);
        alice.Dispose();

        Should.Throw<ObjectDisposedException>(() => Box.Encrypt(alice, alice.PublicKey, new byte[24], []));
        Should.Throw<ObjectDisposedException>(() => Box.TryDecrypt(alice, alice.PublicKey, new byte[24], new byte[32], out _));
        Should.Throw<ObjectDisposedException>(() => SealedBox.TryDecrypt(alice, new byte[64], out _));
    }

    private static byte[] Changed(byte[] bytes, int at)
    {
        var changed = bytes.ToArray();
        changed[at] ^= 0x10;
        return changed;
    }
}
