using FsCheck;
using FsCheck.Fluent;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Tests.Keys;

/// <summary>What holds for every curve that signs.</summary>
public sealed class SigningKeyContractTests
{
    public static TheoryData<KeyType, int> Curves => new()
    {
        { KeyType.Ed25519, 64 },
        { KeyType.P256, 64 },
        { KeyType.P384, 96 },
        { KeyType.P521, 132 },
        { KeyType.Secp256k1, 64 },
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void Verifies_what_it_signed(KeyType type, int signatureLength)
    {
        using var key = PrivateKey.Generate(type);
        foreach (var length in new[] { 0, 1, 63, 64, 65, 1_000_000 })
        {
            var message = RandomBytes.Get(length);
            var signature = key.Sign(message);

            signature.Length.ShouldBe(signatureLength);
            key.PublicKey.SignatureLength.ShouldBe(signatureLength);
            key.PublicKey.Verify(message, signature).ShouldBeTrue($"message of {length} bytes");
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Refuses_a_signature_with_any_bit_changed(KeyType type, int signatureLength)
    {
        using var key = PrivateKey.Generate(type);
        byte[] message = [1, 2, 3];
        var signature = key.Sign(message);
        for (var bit = 0; bit < 8 * signatureLength; bit += 5)
        {
            var damaged = signature.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));

            key.PublicKey.Verify(message, damaged).ShouldBeFalse($"bit {bit}");
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Refuses_another_message_another_key_and_another_length(KeyType type, int signatureLength)
    {
        using var key = PrivateKey.Generate(type);
        using var other = PrivateKey.Generate(type);
        var signature = key.Sign([1, 2, 3]);

        key.PublicKey.Verify([1, 2, 4], signature).ShouldBeFalse();
        key.PublicKey.Verify([], signature).ShouldBeFalse();
        other.PublicKey.Verify([1, 2, 3], signature).ShouldBeFalse();
        key.PublicKey.Verify([1, 2, 3], signature.AsSpan(1)).ShouldBeFalse();
        key.PublicKey.Verify([1, 2, 3], [.. signature, 0]).ShouldBeFalse();
        key.PublicKey.Verify([1, 2, 3], []).ShouldBeFalse();
        key.PublicKey.Verify([1, 2, 3], new byte[signatureLength]).ShouldBeFalse();
        key.PublicKey.Verify([1, 2, 3], Enumerable.Repeat((byte)0xff, signatureLength).ToArray()).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Never_throws_for_a_signature_of_any_content(KeyType type, int signatureLength)
    {
        using var key = PrivateKey.Generate(type);
        var signatures = Gen.ArrayOf(ArbMap.Default.GeneratorFor<byte>(), signatureLength).ToArbitrary();

        Prop.ForAll(signatures, signature => !key.PublicKey.Verify([7], signature)).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Verifies_on_many_threads_with_one_key(KeyType type, int signatureLength)
    {
        using var key = PrivateKey.Generate(type);
        var signature = key.Sign([9]);
        signature.Length.ShouldBe(signatureLength);

        Parallel.For(0, 64, i =>
        {
            key.PublicKey.Verify([9], signature).ShouldBeTrue();
            key.PublicKey.Verify([(byte)(10 + i)], signature).ShouldBeFalse();
        });
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public async Task Signs_through_the_seam_and_honours_cancellation(KeyType type, int signatureLength)
    {
        using var key = PrivateKey.Generate(type);
        ISigner[] signers = [key];

        var signature = await signers[0].SignAsync(new byte[] { 5 }, CancellationToken.None);

        signature.Length.ShouldBe(signatureLength);
        signers[0].PublicKey.Verify([5], signature).ShouldBeTrue();
        await Should.ThrowAsync<OperationCanceledException>(async () => await signers[0].SignAsync(new byte[] { 5 }, new CancellationToken(canceled: true)));
    }
}
