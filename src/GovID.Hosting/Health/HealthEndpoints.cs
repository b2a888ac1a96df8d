using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovID.Hosting.Health;

/// <summary>Answers whoever watches the process: is it alive, may it be sent work.</summary>
public static class HealthEndpoints
{
    /// <summary>
    /// Maps <c>/health/live</c> (200 as long as the process answers), <c>/health/ready</c> and <c>/health</c> (200, or 503 with the
    /// reasons).
    /// </summary>
    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder app, Readiness readiness)
    {
        var group = app.MapGroup("/health");
        group.MapGet("/live", (HttpContext context) => WriteAsync(context, "live", []));
        group.MapGet("/ready", (HttpContext context) => AnswerAsync(context, readiness));
        group.MapGet("", (HttpContext context) => AnswerAsync(context, readiness));
        return group;
    }

    private static Task AnswerAsync(HttpContext context, Readiness readiness)
    {
        var reasons = readiness.Reasons;
        if (reasons.Count > 0)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return WriteAsync(context, reasons.Count == 0 ? "ready" : "not_ready", reasons);
    }

    private static async Task WriteAsync(HttpContext context, string status, IReadOnlyList<KeyValuePair<string, string>> reasons)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        var body = new Utf8JsonWriter(context.Response.BodyWriter);
        await using (body.ConfigureAwait(false))
        {
            body.WriteStartObject();
            body.WriteString("status", status);
            body.WriteStartObject("reasons");
            foreach (var (part, reason) in reasons)
                body.WriteString(part, reason);
            body.WriteEndObject();
            body.WriteEndObject();
        }
    }
}
