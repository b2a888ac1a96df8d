using GovID.Dids.Documents;

namespace GovID.Dids.Tests;

public sealed class CachingDidResolverTests
{
    private static readonly Did Alice = Did.Parse("did:web:alice.example");
    private readonly StepClock _clock = new();
    private readonly CountingResolver _inner = new();

    [Fact]
    public async Task Asks_once_until_the_time_is_over()
    {
        var cache = Cache();

        await cache.ResolveAsync(Alice, TestContext.Current.CancellationToken);
        await cache.ResolveAsync(Alice, TestContext.Current.CancellationToken);
        _inner.Calls.ShouldBe(1);

        _clock.Now += TimeSpan.FromMinutes(5);
        await cache.ResolveAsync(Alice, TestContext.Current.CancellationToken);
        _inner.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Keeps_by_method()
    {
        var key = Did.Parse("did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th");
        var cache = Cache();

        await cache.ResolveAsync(key, TestContext.Current.CancellationToken);
        _clock.Now += TimeSpan.FromHours(23);
        await cache.ResolveAsync(key, TestContext.Current.CancellationToken);

        _inner.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_a_refusal_for_a_short_time_and_a_failure_not_at_all()
    {
        var cache = Cache();
        _inner.Answer = _ => new DidResolution.NotFound("none");
        await cache.ResolveAsync(Alice, TestContext.Current.CancellationToken);
        await cache.ResolveAsync(Alice, TestContext.Current.CancellationToken);
        _inner.Calls.ShouldBe(1);
        _clock.Now += TimeSpan.FromSeconds(10);

        _inner.Answer = _ => new DidResolution.Unavailable("down");
        await cache.ResolveAsync(Alice, TestContext.Current.CancellationToken);
        await cache.ResolveAsync(Alice, TestContext.Current.CancellationToken);
        _inner.Calls.ShouldBe(3);
    }

    [Fact]
    public async Task Forgets_the_one_unused_for_longest()
    {
        var cache = Cache(new CachingDidResolverOptions { MaximumEntries = 2 });
        Did[] dids = [Did.Parse("did:web:a.example"), Did.Parse("did:web:b.example"), Did.Parse("did:web:c.example")];

        await cache.ResolveAsync(dids[0], TestContext.Current.CancellationToken);
        await cache.ResolveAsync(dids[1], TestContext.Current.CancellationToken);
        await cache.ResolveAsync(dids[0], TestContext.Current.CancellationToken);
        await cache.ResolveAsync(dids[2], TestContext.Current.CancellationToken);
        await cache.ResolveAsync(dids[0], TestContext.Current.CancellationToken);
        _inner.Calls.ShouldBe(3);
        await cache.ResolveAsync(dids[1], TestContext.Current.CancellationToken);
        _inner.Calls.ShouldBe(4);
    }

    [Fact]
    public async Task Shares_one_look_up_that_outlives_the_first_caller()
    {
        var cache = Cache();
        _inner.Gate = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        var first = cache.ResolveAsync(Alice, impatient.Token).AsTask();
        var second = cache.ResolveAsync(Alice, TestContext.Current.CancellationToken).AsTask();

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        _inner.Gate.SetResult();

        (await second).ShouldBeOfType<DidResolution.Resolved>();
        _inner.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Hands_an_exception_to_those_who_wait_and_asks_again()
    {
        var cache = Cache();
        _inner.Answer = _ => throw new InvalidOperationException("broke");
        await Should.ThrowAsync<InvalidOperationException>(() => cache.ResolveAsync(Alice, TestContext.Current.CancellationToken).AsTask());

        _inner.Answer = CountingResolver.Found;
        (await cache.ResolveAsync(Alice, TestContext.Current.CancellationToken)).ShouldBeOfType<DidResolution.Resolved>();
    }

    [Fact]
    public async Task Forgets_on_demand()
    {
        var cache = Cache();
        await cache.ResolveAsync(Alice, TestContext.Current.CancellationToken);

        cache.Forget(Alice);
        await cache.ResolveAsync(Alice, TestContext.Current.CancellationToken);

        _inner.Calls.ShouldBe(2);
    }

    [Fact]
    public void Refuses_options_out_of_range() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Cache(new CachingDidResolverOptions { MaximumEntries = 0 }));

    private CachingDidResolver Cache(CachingDidResolverOptions? options = null) => new(_inner, options ?? new(), _clock);

    private sealed class StepClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class CountingResolver : IDidResolver
    {
        public int Calls { get; private set; }

        public TaskCompletionSource? Gate { get; set; }

        public Func<Did, DidResolution> Answer { get; set; } = Found;

        public static DidResolution.Resolved Found(Did did) =>
            new(DidDocument.Parse($$"""{"id":"{{did}}"}"""), DidDocumentMetadata.None);

        public async ValueTask<DidResolution> ResolveAsync(Did did, CancellationToken cancellationToken)
        {
            Calls++;
            if (Gate is not null) await Gate.Task;
            return Answer(did);
        }
    }
}
