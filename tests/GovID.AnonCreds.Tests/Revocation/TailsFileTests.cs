using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.TestKit;

namespace GovID.AnonCreds.Tests.Revocation;

public sealed class TailsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => RegistryVector.Names;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public void Writes_the_recorded_file_from_the_private_key(string name)
    {
        var vector = RegistryVector.Read(name);
        using var secret = vector.Private();
        using var written = new MemoryStream();

        var hash = TailsFile.Write(written, Source(vector, secret), null, Token);

        hash.ShouldBe(vector.Json["tails_hash"]!.GetValue<string>());
        hash.ShouldBe(vector.Registry.Value.TailsHash);
        written.ToArray().ShouldBe(vector.Tails);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Accepts_and_reads_the_recorded_file(string name)
    {
        var vector = RegistryVector.Read(name);
        using var secret = vector.Private();
        var path = Write(vector.Tails);

        TailsFile.Verify(path, vector.Registry, Token);

        using var tails = TailsFile.Open(path, vector.Registry);
        var gDash = vector.Definition.Value.Revocation!.GDash;
        for (var k = 0; k <= 2 * tails.Places; k++)
            tails.Read(k).ShouldBe(k == tails.Places + 1 ? gDash : gDash * RegistryArithmetic.Power(secret.Gamma, k));
        Should.Throw<ArgumentOutOfRangeException>(() => tails.Read(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => tails.Read((2 * tails.Places) + 1));
    }

    [Fact]
    public async Task Receives_a_file_and_puts_it_in_place()
    {
        var vector = RegistryVector.Read("lic-64");
        using var source = new MemoryStream(vector.Tails);
        var path = _folder.Path("received");

        using var tails = await TailsFile.ReceiveAsync(source, path, vector.Registry, Token);

        tails.Places.ShouldBe(64);
        (await File.ReadAllBytesAsync(path, Token)).ShouldBe(vector.Tails);
        Directory.GetFiles(_folder.FullName).ShouldBe([path]);
    }

    [Fact]
    public async Task Refuses_files_cut_flipped_swapped_or_longer()
    {
        var vector = RegistryVector.Read("lic-8");
        var good = vector.Tails;
        var random = new Random(8);
        List<byte[]> damaged = [[], good[..1], good[..^1], good[..^128], [.. good, 0], [.. good, .. good]];
        for (var i = 0; i < 40; i++)
        {
            byte[] flipped = [.. good];
            flipped[random.Next(good.Length)] ^= (byte)(1 << random.Next(8));
            damaged.Add(flipped);
            damaged.Add(Swapped(good, random.Next(17), random.Next(17)));
        }

        foreach (var bytes in damaged.Where(bytes => !bytes.SequenceEqual(good)))
        {
            using var source = new MemoryStream(bytes);
            var path = _folder.Path("damaged");

            (await Should.ThrowAsync<AnonCredsException>(() => TailsFile.ReceiveAsync(source, path, vector.Registry, Token)))
                .Code.ShouldBe(AnonCredsErrorCode.TailsRefused);
            Directory.GetFiles(_folder.FullName).ShouldBeEmpty();
            Should.Throw<AnonCredsException>(() => TailsFile.Verify(Write(bytes), vector.Registry, Token)).Code.ShouldBe(AnonCredsErrorCode.TailsRefused);
            File.Delete(_folder.Path("tails"));
        }
    }

    [Fact]
    public async Task Reads_no_more_of_an_endless_source_than_the_file_is_long()
    {
        var vector = RegistryVector.Read("lic-8");
        using var source = new EndlessStream();

        await Should.ThrowAsync<AnonCredsException>(() => TailsFile.ReceiveAsync(source, _folder.Path("endless"), vector.Registry, Token));

        source.Sent.ShouldBeLessThan(200_000);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2 + (128 * 16))]
    public void Refuses_a_file_of_the_right_hash_with_a_wrong_point(int offset)
    {
        var vector = RegistryVector.Read("lic-8");
        byte[] wrong = [.. vector.Tails];
        wrong[offset + 100] ^= 1;
        var registry = WithHashOf(vector.Registry, wrong);

        Should.Throw<AnonCredsException>(() => TailsFile.Verify(Write(wrong), registry, Token)).Code.ShouldBe(AnonCredsErrorCode.TailsRefused);
    }

    [Fact]
    public void Refuses_another_version_and_another_size()
    {
        var vector = RegistryVector.Read("lic-8");
        byte[] version = [0, 3, .. vector.Tails[2..]];

        Should.Throw<AnonCredsException>(() => TailsFile.Open(Write(version), vector.Registry)).Code.ShouldBe(AnonCredsErrorCode.TailsRefused);
        Should.Throw<AnonCredsException>(() => TailsFile.Verify(Write(version), WithHashOf(vector.Registry, version), Token))
            .Code.ShouldBe(AnonCredsErrorCode.TailsRefused);
        Should.Throw<AnonCredsException>(() => TailsFile.Open(Write(vector.Tails), RegistryVector.Read("lic-64").Registry))
            .Code.ShouldBe(AnonCredsErrorCode.TailsRefused);
    }

    [Fact]
    public void Leaves_nothing_behind_when_it_is_cancelled()
    {
        var vector = RegistryVector.Read("lic-8");
        using var secret = vector.Private();
        using var cancelled = new CancellationTokenSource();
        var progress = new Told(_ => cancelled.Cancel());

        Should.Throw<OperationCanceledException>(
            () => TailsFile.Create(_folder.Path("big"), Source(vector, secret) with { Places = 1_000_000 }, progress, cancelled.Token));

        Directory.GetFiles(_folder.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Replaces_an_older_file_and_tells_its_progress()
    {
        var vector = RegistryVector.Read("lic-8");
        using var secret = vector.Private();
        var path = Write([1, 2, 3]);
        var told = new List<long>();

        var hash = TailsFile.Create(path, Source(vector, secret) with { Places = 1200 }, new Told(told.Add), Token);

        var bytes = File.ReadAllBytes(path);
        bytes.LongLength.ShouldBe(TailsFile.LengthOf(1200));
        Base58.Encode(Sha256.Hash(bytes)).ShouldBe(hash);
        told.ShouldBe(told.Order());
        told[^1].ShouldBe(2401);
        G2Sum.AreValid(bytes.AsSpan(2)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-5)]
    [InlineData(1_000_001)]
    public void Refuses_sizes_that_no_registry_has(int places)
    {
        var vector = RegistryVector.Read("lic-8");
        using var secret = vector.Private();

        Should.Throw<AnonCredsException>(() => TailsFile.Write(Stream.Null, Source(vector, secret) with { Places = places }, null, Token))
            .Code.ShouldBe(AnonCredsErrorCode.Invalid);
    }

    public void Dispose() => _folder.Dispose();

    private static TailsSource Source(RegistryVector vector, RevocationRegistryPrivate secret) =>
        new(vector.Definition.Value.Revocation!, secret, vector.Registry.Value.MaximumCredentials);

    private static RevocationRegistryDefinition WithHashOf(RevocationRegistryDefinition registry, byte[] tails) =>
        registry with { Value = registry.Value with { TailsHash = Base58.Encode(Sha256.Hash(tails)) } };

    private static byte[] Swapped(byte[] tails, int first, int second)
    {
        byte[] swapped = [.. tails];
        tails.AsSpan(2 + (128 * first), 128).CopyTo(swapped.AsSpan(2 + (128 * second)));
        tails.AsSpan(2 + (128 * second), 128).CopyTo(swapped.AsSpan(2 + (128 * first)));
        return swapped;
    }

    private string Write(byte[] bytes)
    {
        var path = _folder.Path("tails");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }

    private sealed class EndlessStream : Stream
    {
        public long Sent { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Sent += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
