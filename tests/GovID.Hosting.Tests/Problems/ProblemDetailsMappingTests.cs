using System.Net;
using System.Text;
using System.Text.Json;
using GovID.Hosting.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GovID.Hosting.Tests.Problems;

public sealed class ProblemDetailsMappingTests
{
    private static readonly Problem Taken = new(ProblemKind.Conflict, "issuance.already_revoked", "Read its state.") { Field = "id" };

    [Fact]
    public async Task A_refusal_leaves_as_problem_json_with_all_its_members()
    {
        await using var program = await RunningProgram.StartAsync(app => app.MapGet("/", () => Taken.ToResult()));

        var answer = await program.Public.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var body = await BodyOf(answer);
        body.GetProperty("type").GetString().ShouldBe("/errors/issuance.already_revoked");
        body.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        body.GetProperty("status").GetInt32().ShouldBe(409);
        body.GetProperty("detail").GetString().ShouldBe("Read its state.");
        body.GetProperty("code").GetString().ShouldBe("issuance.already_revoked");
        body.GetProperty("field").GetString().ShouldBe("id");
        body.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_outcome_answers_with_its_value_or_its_refusal()
    {
        Outcome<int> done = 7;
        Outcome<int> refused = Taken;
        await using var program = await RunningProgram.StartAsync(app =>
        {
            app.MapGet("/done", () => done.ToResult(value => Results.Text($"{value}")));
            app.MapGet("/refused", () => refused.ToResult(value => Results.Text($"{value}")));
        });

        (await program.Public.GetStringAsync(new Uri("/done", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe("7");
        (await program.Public.GetAsync(new Uri("/refused", UriKind.Relative), TestContext.Current.CancellationToken))
            .StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_fault_tells_the_outside_its_trace_and_the_log_its_reason()
    {
        await using var program = await RunningProgram.StartAsync(
            app => app.MapGet("/", new Func<string>(() => throw new InvalidOperationException("the inside"))));

        var answer = await program.Public.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("http.fault");
        text.ShouldNotContain("the inside");
        program.LogText.ShouldContain("the inside");
    }

    [Theory]
    [InlineData("GET", "/nothing", 404, "http.not_found")]
    [InlineData("DELETE", "/body", 405, "http.conflict")]
    public async Task What_the_router_refuses_is_a_problem_too(string method, string path, int status, string code)
    {
        await using var program = await RunningProgram.StartAsync(app => app.MapPost("/body", Swallow));

        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var answer = await program.Public.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(status);
        (await BodyOf(answer)).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_by_its_size()
    {
        await using var program = await RunningProgram.StartAsync(app => app.MapPost("/body", Swallow), ("GovID:Listener:LargestBody", "2048"));

        using var content = new StringContent(new string('a', 4096), Encoding.ASCII);
        var answer = await program.Public.PostAsync(new Uri("/body", UriKind.Relative), content, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(413);
        (await BodyOf(answer)).GetProperty("code").GetString().ShouldBe("http.too_large");
    }

    [Fact]
    public void Every_kind_has_a_status_of_its_own_and_a_row()
    {
        var kinds = Enum.GetValues<ProblemKind>();

        kinds.Select(ProblemDetailsMapping.Status).Distinct().Count().ShouldBe(kinds.Length);
        HttpErrors.Rows.Select(row => row.Kind).Order().ShouldBe(kinds.Order());
    }

    [Fact]
    public void A_table_refuses_a_code_that_stands_twice()
    {
        var row = HttpErrors.NotFound;

        Should.Throw<ArgumentException>(() => new ErrorTable([row, row])).Message.ShouldContain(row.Code);
    }

    private static async Task Swallow(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        await reader.ReadToEndAsync(context.RequestAborted);
    }

    private static async Task<JsonElement> BodyOf(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
}
