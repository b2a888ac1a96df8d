using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GovID.Hosting.Problems;

/// <summary>Puts refusals on the HTTP wire as <c>application/problem+json</c> (RFC 9457): the only place that does.</summary>
public static class ProblemDetailsMapping
{
    private const string ContentType = "application/problem+json";

    /// <summary>The status of each sort of refusal.</summary>
    public static int Status(ProblemKind kind) => kind switch
    {
        ProblemKind.Malformed => StatusCodes.Status400BadRequest,
        ProblemKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemKind.Rejected => StatusCodes.Status422UnprocessableEntity,
        ProblemKind.TooMany => StatusCodes.Status429TooManyRequests,
        ProblemKind.Fault => StatusCodes.Status500InternalServerError,
        ProblemKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new UnreachableException(),
    };

    /// <summary>The answer to an HTTP request that was refused.</summary>
    public static IResult ToResult(this Problem problem) => new ProblemResult(problem);

    /// <summary>The answer for either case of an outcome.</summary>
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult> done) => outcome.Match(done, ToResult);

    /// <summary>
    /// Makes every refusal that leaves the program a problem: what handlers threw, what the router did not find, and what the
    /// server refused. Stands first in the pipeline. What was thrown goes to the log; the wire gets the code and the trace id.
    /// </summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception error) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var row = error is BadHttpRequestException bad ? RowOf(bad.StatusCode) : HttpErrors.Fault;
            if (row == HttpErrors.Fault)
                Log.RequestFailed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("GovID.Hosting"), error);
            await WriteAsync(context, row.ToProblem(Advice(row))).ConfigureAwait(false);
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null } response)
        {
            var row = RowOf(response.StatusCode);
            await WriteAsync(context, row.ToProblem(Advice(row)), response.StatusCode).ConfigureAwait(false);
        }
    });

    private static ErrorRow RowOf(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge or StatusCodes.Status414UriTooLong or StatusCodes.Status431RequestHeaderFieldsTooLarge
            => HttpErrors.TooLarge,
        StatusCodes.Status405MethodNotAllowed => HttpErrors.Conflict,
        StatusCodes.Status415UnsupportedMediaType => HttpErrors.Malformed,
        _ => HttpErrors.Rows.FirstOrDefault(row => Status(row.Kind) == status)
            ?? (status < 500 ? HttpErrors.Malformed : HttpErrors.Fault),
    };

    private static string Advice(ErrorRow row) => row.Kind switch
    {
        ProblemKind.Malformed => "Mend the request; the same one will be refused again.",
        ProblemKind.Unauthenticated => "Send a valid credential.",
        ProblemKind.Forbidden => "Ask somebody who may.",
        ProblemKind.NotFound => "Check the address.",
        ProblemKind.Conflict => "Read the current state, or use another method.",
        ProblemKind.TooLarge => "Send less at once.",
        ProblemKind.TooMany or ProblemKind.Unavailable => "Try again later.",
        _ => "Tell the operator the trace id.",
    };

    private static async Task WriteAsync(HttpContext context, Problem problem, int? status = null)
    {
        var title = context.RequestServices.GetService<ErrorTable>()?.Find(problem.Code)?.Meaning ?? problem.Kind.ToString();
        var code = status ?? Status(problem.Kind);
        context.Response.StatusCode = code;
        context.Response.ContentType = ContentType;
        context.Response.Headers.CacheControl = "no-store";
        var body = new Utf8JsonWriter(context.Response.BodyWriter);
        await using (body.ConfigureAwait(false))
        {
            body.WriteStartObject();
            body.WriteString("type", "/errors/" + problem.Code);
            body.WriteString("title", title);
            body.WriteNumber("status", code);
            body.WriteString("detail", problem.Detail);
            body.WriteString("code", problem.Code);
            if (problem.Field is not null)
                body.WriteString("field", problem.Field);
            body.WriteString("traceId", Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier);
            body.WriteEndObject();
        }
    }

    private sealed class ProblemResult(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, problem);
    }
}
