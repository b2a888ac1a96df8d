using FsCheck;
using FsCheck.Fluent;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Tests.Keys;

/// <summary>What holds for keys of every type.</summary>
public sealed class KeyContractTests
{
    public static TheoryData<KeyType, int, int> Types => new()
    {
        { KeyType.Ed25519, 32, 32 },
        { KeyType.X25519, 32, 32 },
        { KeyType.P256, 33, 32 },
        { KeyType.P384, 49, 48 },
        { KeyType.P521, 67, 66 },
        { KeyType.Secp256k1, 33, 32 },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void Exports_what_it_imports(KeyType type, int publicLength, int secretLength)
    {
        using var key = PrivateKey.Generate(type);
        var secret = new byte[secretLength];

        key.ExportSecret(secret).ShouldBe(secretLength);
        using var again = PrivateKey.Import(type, secret);

        again.Type.ShouldBe(type);
        key.SecretLength.ShouldBe(secretLength);
        again.PublicKey.ShouldBe(key.PublicKey);
        again.PublicKey.GetHashCode().ShouldBe(key.PublicKey.GetHashCode());
        key.PublicKey.Export().Length.ShouldBe(publicLength);
        PublicKey.Import(type, key.PublicKey.Export()).ShouldBe(key.PublicKey);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Refuses_every_other_length(KeyType type, int publicLength, int secretLength)
    {
        foreach (var length in Enumerable.Range(0, 140).Where(n => n != publicLength && n != (2 * publicLength) - 1))
        {
            PublicKey.TryImport(type, new byte[length], out _).ShouldBeFalse($"{length} bytes");
            if (length > 0) PublicKey.TryImport(type, [0x02, .. new byte[length - 1]], out _).ShouldBeFalse($"{length} bytes");
        }

        foreach (var length in Enumerable.Range(0, 140).Where(n => n != secretLength))
        {
            PrivateKey.TryImport(type, new byte[length], out _).ShouldBeFalse($"{length} bytes");
            Should.Throw<CryptoException>(() => PrivateKey.Import(type, new byte[length])).Code.ShouldBe(CryptoErrorCode.WrongLength);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Reads_its_own_multikeys_and_no_shorter_or_longer_ones(KeyType type, int publicLength, int secretLength)
    {
        using var key = PrivateKey.Generate(type);
        var text = key.PublicKey.ToMultikey();
        var secretText = key.ExportMultikey();

        PublicKey.ParseMultikey(text).ShouldBe(key.PublicKey);
        key.PublicKey.ToString().ShouldBe(text);
        using (var again = PrivateKey.ParseMultikey(secretText)) again.PublicKey.ShouldBe(key.PublicKey);

        PublicKey.TryParseMultikey(secretText, out _).ShouldBeFalse("a secret is no public key");
        PrivateKey.TryParseMultikey(text, out _).ShouldBeFalse("a public key is no secret");
        PublicKey.TryParseMultikey(text.AsSpan(0, text.Length - 1), out _).ShouldBeFalse();
        PublicKey.TryParseMultikey(text + "1", out _).ShouldBeFalse();
        PrivateKey.TryParseMultikey(secretText.AsSpan(0, secretText.Length - 1), out _).ShouldBeFalse();
        PrivateKey.TryParseMultikey(secretText + "1", out _).ShouldBeFalse();
        publicLength.ShouldBeGreaterThanOrEqualTo(secretLength);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Reads_no_multikey_that_it_would_not_write(KeyType type, int publicLength, int secretLength)
    {
        using var key = PrivateKey.Generate(type);
        var text = key.PublicKey.ToMultikey();
        publicLength.ShouldBeGreaterThanOrEqualTo(secretLength);
        var places = Gen.Choose(0, text.Length - 1).ToArbitrary();
        var letters = ArbMap.Default.ArbFor<char>();

        Prop.ForAll(places, letters, (place, letter) =>
        {
            var damaged = string.Concat(text.AsSpan(0, place), [letter], text.AsSpan(place + 1));
            return !PublicKey.TryParseMultikey(damaged, out var read) || read.ToMultikey() == damaged;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Throws_after_disposal_and_prints_nothing(KeyType type, int publicLength, int secretLength)
    {
        var key = PrivateKey.Generate(type);
        key.ToString().ShouldBe("[redacted]");

        key.Dispose();
        key.Dispose();

        Should.Throw<ObjectDisposedException>(() => key.ExportSecret(new byte[secretLength]));
        Should.Throw<ObjectDisposedException>(key.ExportMultikey);
        Should.Throw<ObjectDisposedException>(() => JsonWebKey.ExportPrivate(key));
        if (type != KeyType.X25519) Should.Throw<ObjectDisposedException>(() => key.Sign([1]));
        key.PublicKey.Export().Length.ShouldBe(publicLength);
        key.ToString().ShouldBe("[redacted]");
    }

    [Fact]
    public void Tells_keys_of_different_types_and_values_apart()
    {
        using var one = PrivateKey.Generate(KeyType.Ed25519);
        using var two = PrivateKey.Generate(KeyType.Ed25519);
        var sameBytes = PublicKey.Import(KeyType.X25519, one.PublicKey.Export());

        one.PublicKey.Equals(two.PublicKey).ShouldBeFalse();
        one.PublicKey.Equals(sameBytes).ShouldBeFalse();
        one.PublicKey.Equals(null).ShouldBeFalse();
        (one.PublicKey == two.PublicKey).ShouldBeFalse();
        (one.PublicKey != two.PublicKey).ShouldBeTrue();
        (one.PublicKey == PublicKey.Import(KeyType.Ed25519, one.PublicKey.Export())).ShouldBeTrue();
        (one.PublicKey == null).ShouldBeFalse();
        one.PublicKey.Equals((object)"text").ShouldBeFalse();
    }

    [Fact]
    public void Refuses_to_sign_or_verify_with_a_key_for_agreement()
    {
        using var key = PrivateKey.Generate(KeyType.X25519);

        Should.Throw<InvalidOperationException>(() => key.Sign([1]));
        Should.Throw<InvalidOperationException>(() => key.PublicKey.Verify([1], new byte[64]));
        Should.Throw<InvalidOperationException>(key.ToX25519);
        Should.Throw<InvalidOperationException>(key.PublicKey.ToX25519);
        Should.Throw<InvalidOperationException>(key.PublicKey.ExportUncompressed);
    }

    [Fact]
    public void Refuses_a_type_outside_the_enumeration() =>
        Should.Throw<ArgumentOutOfRangeException>(() => PrivateKey.Generate((KeyType)99));
}
