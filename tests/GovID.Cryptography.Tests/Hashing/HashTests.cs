using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;

namespace GovID.Cryptography.Tests.Hashing;

public sealed class HashTests
{
    // FIPS 180-4 and FIPS 202 example values published by NIST (CSRC "Examples with Intermediate Values"); Keccak-256 of the
    // empty text is the empty-code hash of the Ethereum Yellow Paper, that of "abc" from the Keccak submission's test vectors.
    [Theory]
    [InlineData("sha256", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("sha256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("sha384", "abc", "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7")]
    [InlineData("sha512", "abc", "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")]
    [InlineData("sha3-256", "", "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a")]
    [InlineData("sha3-256", "abc", "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532")]
    [InlineData("keccak256", "", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("keccak256", "abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    public void Gives_the_published_digest(string algorithm, string text, string digest) =>
        Hex.Encode(Of(algorithm, Encoding.ASCII.GetBytes(text))).ShouldBe(digest);

    // FIPS 202 example of 1600 bits: 200 bytes of 0xa3, more than one block of the sponge.
    [Fact]
    public void Gives_the_published_digest_over_several_blocks()
    {
        var data = new byte[200];
        Array.Fill(data, (byte)0xa3);

        Hex.Encode(Sha3_256.Hash(data)).ShouldBe("79f38adec5c20307a98ef76e8324afbfd46cfd81b22e3973c65fa1bd9de31787");
    }

    [Fact]
    public void Agrees_with_the_platform_at_every_length_around_a_block()
    {
        Assert.SkipUnless(System.Security.Cryptography.SHA3_256.IsSupported, "the platform's back end has no SHA-3");
        for (var length = 0; length <= 300; length++)
        {
            var data = RandomBytes.Get(length);
            Sha3_256.Hash(data).ShouldBe(System.Security.Cryptography.SHA3_256.HashData(data), $"length {length}");
        }
    }

    [Theory]
    [InlineData("sha256")]
    [InlineData("sha384")]
    [InlineData("sha512")]
    [InlineData("sha3-256")]
    [InlineData("keccak256")]
    public void Writes_only_its_own_length_and_refuses_a_shorter_destination(string algorithm)
    {
        var digest = Of(algorithm, [1, 2, 3]);
        var longer = new byte[digest.Length + 1];

        Into(algorithm, [1, 2, 3], longer);

        longer[..^1].ShouldBe(digest);
        longer[^1].ShouldBe((byte)0);
        Should.Throw<ArgumentException>(() => Into(algorithm, [1], new byte[digest.Length - 1]));
    }

    [Fact]
    public void Hashes_with_the_sponge_without_allocating()
    {
        var data = new byte[500];
        var digest = new byte[32];
        Sha3_256.Hash(data, digest);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++) Keccak256.Hash(data, digest);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static byte[] Of(string algorithm, byte[] data) => algorithm switch
    {
        "sha256" => Sha256.Hash(data),
        "sha384" => Sha384.Hash(data),
        "sha512" => Sha512.Hash(data),
        "sha3-256" => Sha3_256.Hash(data),
        _ => Keccak256.Hash(data),
    };

    private static void Into(string algorithm, byte[] data, byte[] destination)
    {
        switch (algorithm)
        {
            case "sha256": Sha256.Hash(data, destination); break;
            case "sha384": Sha384.Hash(data, destination); break;
            case "sha512": Sha512.Hash(data, destination); break;
            case "sha3-256": Sha3_256.Hash(data, destination); break;
            default: Keccak256.Hash(data, destination); break;
        }
    }
}
