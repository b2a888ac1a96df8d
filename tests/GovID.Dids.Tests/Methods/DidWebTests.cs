using System.Net;
using System.Text;
using GovID.Dids.Internal;
using GovID.Dids.Methods;

namespace GovID.Dids.Tests.Methods;

public sealed class DidWebTests
{
    private static readonly Did Alice = Did.Parse("did:web:alice.example");

    [Theory]
    [InlineData("did:web:w3c-ccg.github.io", "https://w3c-ccg.github.io/.well-known/did.json")]
    [InlineData("did:web:w3c-ccg.github.io:user:alice", "https://w3c-ccg.github.io/user/alice/did.json")]
    [InlineData("did:web:example.com%3A3000:user:alice", "https://example.com:3000/user/alice/did.json")]
    [InlineData("did:web:example.com%3a8443", "https://example.com:8443/.well-known/did.json")]
    [InlineData("did:web:example.com:a%20b", "https://example.com/a%20b/did.json")]
    public void Finds_the_place_of_the_document(string did, string address) =>
        DidWeb.DocumentAddressOf(Did.Parse(did)).AbsoluteUri.ShouldBe(address);

    [Theory]
    [InlineData("did:web:127.0.0.1")]
    [InlineData("did:web:0x7f.1")]
    [InlineData("did:web:2130706433")]
    [InlineData("did:web:%5B%3A%3A1%5D")]
    [InlineData("did:web:user%40example.com")]
    [InlineData("did:web:example.com%3A0")]
    [InlineData("did:web:example.com%3A65536")]
    [InlineData("did:web:example.com%3A80%3A80")]
    [InlineData("did:web:example.com%3A%20443")]
    [InlineData("did:web:example.com%2Fpath")]
    [InlineData("did:web:example.com:..:x")]
    [InlineData("did:web:example.com:%2E%2E:x")]
    [InlineData("did:web:example.com::x")]
    [InlineData("did:web:example.com:a%2Fb")]
    [InlineData("did:web:example.com:a%5Cb")]
    [InlineData("did:web:example.com:%FF")]
    public void Refuses_places_that_are_not_a_domain_and_plain_segments(string did) =>
        Should.Throw<DidException>(() => DidWeb.DocumentAddressOf(Did.Parse(did))).Code.ShouldBe(DidErrorCode.Malformed);

    [Fact]
    public async Task Resolves_the_document_found_there()
    {
        var resolution = await Resolve(Answer("""{"id":"did:web:alice.example"}"""));

        resolution.ShouldBeOfType<DidResolution.Resolved>().Document.Id.ShouldBe(Alice);
    }

    [Fact]
    public async Task Refuses_a_document_about_somebody_else() =>
        (await Resolve(Answer("""{"id":"did:web:mallory.example"}"""))).ShouldBeOfType<DidResolution.Invalid>();

    [Fact]
    public async Task Refuses_what_is_not_json()
    {
        (await Resolve(Answer("<html>", "text/html"))).ShouldBeOfType<DidResolution.Invalid>();
        (await Resolve(Answer("<html>"))).ShouldBeOfType<DidResolution.Invalid>();
    }

    [Fact]
    public async Task Refuses_a_document_above_the_limit() =>
        (await Resolve(Answer($$"""{"id":"did:web:alice.example","x":"{{new string('y', 70_000)}}"}"""))).ShouldBeOfType<DidResolution.Invalid>();

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "notFound")]
    [InlineData(HttpStatusCode.Gone, "notFound")]
    [InlineData(HttpStatusCode.Found, "internalError")]
    [InlineData(HttpStatusCode.InternalServerError, "internalError")]
    public async Task Judges_the_status_and_follows_no_redirect(HttpStatusCode status, string error)
    {
        var handler = new FixedHandler(_ => new HttpResponseMessage(status) { Headers = { Location = new Uri("https://inner.example") } });

        (await Resolve(handler)).Error.ShouldBe(error);
        handler.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Gives_up_when_the_host_does_not_answer()
    {
        var options = new DidWebOptions { Timeout = TimeSpan.FromMilliseconds(20) };
        using var resolver = new DidWebResolver(options, new SilentHandler());

        (await resolver.ResolveAsync(Alice, TestContext.Current.CancellationToken)).ShouldBeOfType<DidResolution.Unavailable>();
    }

    [Fact]
    public async Task Lets_the_caller_give_up()
    {
        using var resolver = new DidWebResolver(new(), new SilentHandler());
        using var impatient = new CancellationTokenSource();
        var task = resolver.ResolveAsync(Alice, impatient.Token).AsTask();

        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(task);
    }

    [Fact]
    public async Task Does_not_ask_a_host_inside_the_own_network()
    {
        using var resolver = new DidWebResolver(new());

        var resolution = await resolver.ResolveAsync(Did.Parse("did:web:localhost%3A1"), TestContext.Current.CancellationToken);

        resolution.ShouldBeOfType<DidResolution.Invalid>().Detail.ShouldContain("public address");
    }

    [Fact]
    public async Task Asks_inner_hosts_when_the_danger_was_accepted()
    {
        using var resolver = new DidWebResolver(new() { AllowPrivateNetworksUnsafe = true });

        (await resolver.ResolveAsync(Did.Parse("did:web:localhost%3A1"), TestContext.Current.CancellationToken)).ShouldBeOfType<DidResolution.Unavailable>();
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:0:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void Knows_public_addresses(string address, bool isPublic) => PublicAddresses.Contains(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Fact]
    public void Refuses_options_out_of_range() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new DidWebResolver(new() { Timeout = TimeSpan.FromHours(1) }));

    private static async Task<DidResolution> Resolve(HttpMessageHandler handler)
    {
        using var resolver = new DidWebResolver(new(), handler);
        return await resolver.ResolveAsync(Alice, TestContext.Current.CancellationToken);
    }

    private static FixedHandler Answer(string body, string type = "application/did+json") =>
        new(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, type) });

    private sealed class FixedHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.FromResult(answer(request));
        }
    }

    private sealed class SilentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new HttpResponseMessage();
        }
    }
}
