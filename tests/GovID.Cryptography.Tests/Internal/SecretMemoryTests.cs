using GovID.Cryptography.Internal;

namespace GovID.Cryptography.Tests.Internal;

public sealed class SecretMemoryTests
{
    [Fact]
    public void Keeps_what_it_was_given()
    {
        using var memory = new SecretMemory([1, 2, 3]);
        using var lease = memory.Open();

        lease.Bytes.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Stays_readable_for_a_computation_that_began_before_disposal()
    {
        var memory = new SecretMemory([1, 2, 3]);
        using (var lease = memory.Open())
        {
            memory.Dispose();
            lease.Bytes.ToArray().ShouldBe([1, 2, 3]);
        }

        Should.Throw<ObjectDisposedException>(() => memory.Open().Dispose());
    }

    [Fact]
    public void Serves_many_keys_at_once()
    {
        var memories = Enumerable.Range(0, 500).Select(i => new SecretMemory([(byte)(i & 0xff)])).ToList();

        for (var i = 0; i < memories.Count; i++)
        {
            using var lease = memories[i].Open();
            lease.Bytes[0].ShouldBe((byte)(i & 0xff));
        }

        memories.ForEach(memory => memory.Dispose());
    }
}
