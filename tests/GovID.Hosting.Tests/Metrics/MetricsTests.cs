using System.Diagnostics.Metrics;
using GovID.Hosting.Metrics;
using Microsoft.AspNetCore.Builder;

namespace GovID.Hosting.Tests.Metrics;

public sealed class MetricsTests
{
    [Fact]
    public void Counts_by_allowed_labels_and_forgets_the_others()
    {
        using var meter = new Meter("GovID.Test.Counts");
        using var collector = Hearing(meter);
        var counter = meter.CreateCounter<long>("presentations", description: "Presentations that were judged.");

        counter.Add(2, new KeyValuePair<string, object?>("outcome", "accepted"), new KeyValuePair<string, object?>("did", "did:peer:2.a"));
        counter.Add(3, new KeyValuePair<string, object?>("did", "did:peer:2.b"), new KeyValuePair<string, object?>("outcome", "accepted"));

        var text = collector.Render();
        text.ShouldContain("# TYPE presentations_total counter\n");
        text.ShouldContain("# HELP presentations_total Presentations that were judged.\n");
        text.ShouldContain("presentations_total{outcome=\"accepted\"} 5\n");
        text.ShouldNotContain("peer");
    }

    [Fact]
    public void Writes_a_histogram_with_cumulative_buckets_in_its_unit()
    {
        using var meter = new Meter("GovID.Test.Times");
        using var collector = Hearing(meter);
        var times = meter.CreateHistogram("took", unit: "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });

        times.Record(0.05);
        times.Record(0.5);
        times.Record(5);

        var text = collector.Render();
        text.ShouldContain("took_seconds_bucket{le=\"0.1\"} 1\n");
        text.ShouldContain("took_seconds_bucket{le=\"1\"} 2\n");
        text.ShouldContain("took_seconds_bucket{le=\"+Inf\"} 3\n");
        text.ShouldContain("took_seconds_sum 5.55\n");
        text.ShouldContain("took_seconds_count 3\n");
    }

    [Fact]
    public void Reads_a_gauge_when_it_is_asked()
    {
        using var meter = new Meter("GovID.Test.Gauges");
        using var collector = Hearing(meter);
        var value = 1;
        meter.CreateObservableGauge("waiting", () => value);

        collector.Render().ShouldContain("waiting 1\n");
        value = 4;
        collector.Render().ShouldContain("waiting 4\n");
    }

    [Fact]
    public void A_sender_cannot_grow_what_is_kept()
    {
        using var meter = new Meter("GovID.Test.Flood");
        using var collector = Hearing(meter);
        var counter = meter.CreateCounter<long>("flood");

        for (var i = 0; i < MetricsCollector.MostSeries + 10; i++)
            counter.Add(1, new KeyValuePair<string, object?>("code", i));

        var text = collector.Render();
        text.Split('\n').Count(line => line.StartsWith("flood_total{", StringComparison.Ordinal)).ShouldBe(MetricsCollector.MostSeries);
        text.ShouldContain("govid_metrics_dropped_total 10\n");
    }

    [Fact]
    public void A_label_value_cannot_end_its_quotes()
    {
        using var meter = new Meter("GovID.Test.Quotes");
        using var collector = Hearing(meter);

        meter.CreateCounter<long>("quoted").Add(1, new KeyValuePair<string, object?>("code", "a\"} 9\nforged 1\\"));

        collector.Render().ShouldContain("""quoted_total{code="a\"} 9\nforged 1\\"} 1""");
    }

    [Fact]
    public async Task The_private_listener_serves_the_requests_it_counted()
    {
        await using var program = await RunningProgram.StartAsync(app => app.MapGet("/hello", () => "hi"));

        await program.Public.GetStringAsync(new Uri("/hello", UriKind.Relative), TestContext.Current.CancellationToken);
        var answer = await program.Private.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("http_server_request_duration_seconds_count{");
        text.ShouldContain("http_route=\"/hello\"");
    }

    private static MetricsCollector Hearing(Meter meter) => new(one => one.Name == meter.Name);
}
