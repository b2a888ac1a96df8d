using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovID.Hosting.Metrics;

/// <summary>Serves the metrics of the process.</summary>
public static class MetricsEndpoints
{
    /// <summary>Maps <c>/metrics</c>; belongs on the private listener.</summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder app, MetricsCollector collector) =>
        app.MapGet("/metrics", () => Results.Text(collector.Render(), PrometheusText.ContentType));
}
