using System.Net;
using GovID.Hosting.Health;
using Microsoft.Extensions.DependencyInjection;

namespace GovID.Hosting.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Is_ready_when_every_part_is_and_says_why_not_otherwise()
    {
        await using var program = await RunningProgram.StartAsync(_ => { });
        var readiness = program.App.Services.GetRequiredService<Readiness>();

        (await StatusOf(program, "/health/ready")).ShouldBe(HttpStatusCode.OK);
        readiness.NotReady("ledger", "no validator answers");
        (await StatusOf(program, "/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusOf(program, "/health/live")).ShouldBe(HttpStatusCode.OK);
        var answer = await program.Private.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(
            """{"status":"not_ready","reasons":{"ledger":"no validator answers"}}""");
        readiness.Ready("ledger");
        (await StatusOf(program, "/health")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Is_not_ready_from_the_moment_it_is_told_to_stop()
    {
        await using var program = await RunningProgram.StartAsync(_ => { });
        var readiness = program.App.Services.GetRequiredService<Readiness>();

        await program.App.StopAsync(TestContext.Current.CancellationToken);

        readiness.IsReady.ShouldBeFalse();
        readiness.Reasons[0].Value.ShouldContain("stopping");
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/metrics")]
    public async Task The_public_listener_does_not_show_what_is_for_operators(string path)
    {
        await using var program = await RunningProgram.StartAsync(_ => { });

        var answer = await program.Public.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<HttpStatusCode> StatusOf(RunningProgram program, string path) =>
        (await program.Private.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode;
}
