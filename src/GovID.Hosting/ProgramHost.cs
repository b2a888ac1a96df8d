using GovID.Hosting.Health;
using GovID.Hosting.Listeners;
using GovID.Hosting.Logs;
using GovID.Hosting.Metrics;
using GovID.Hosting.Problems;
using GovID.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GovID.Hosting;

/// <summary>What every program has in common: settings, logs, listeners, health, metrics, problems, a graceful stop.</summary>
/// <remarks>
/// A program's <c>Build</c> calls <see cref="CreateBuilder"/>, registers its own, calls <see cref="BuildProgram"/> and maps its
/// endpoints on what comes back.
/// </remarks>
public static class ProgramHost
{
    private static readonly TimeSpan FinishWithin = TimeSpan.FromSeconds(10);

    /// <summary>A builder with everything that programs share.</summary>
    public static WebApplicationBuilder CreateBuilder(ProgramStart start)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = start.Name,
            EnvironmentName = start.Environment.Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration
            .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
            .AddInMemoryCollection(start.FileSettings)
            .AddGovIDVariables()
            .AddInMemoryCollection(start.CommandLine);
        builder.Logging.AddProvider(new LineLoggerProvider(start.LogWriter, start.LogFormat, start.Clock));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton(start).AddSingleton(start.Environment).AddSingleton(start.Clock);
        builder.Services.AddSettings<ListenerOptions>(ListenerOptions.Section);
        builder.Services.AddSingleton<ListenerPorts>().AddSingleton<Readiness>().AddSingleton<MetricsCollector>();
        builder.Services.AddSingleton(services => new ErrorTable(HttpErrors.Rows.Concat(services.GetServices<ErrorRow>())));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = FinishWithin);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel((_, _) => { });
        builder.Services.AddOptions<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>()
            .Configure<IOptions<ListenerOptions>, ListenerPorts>((kestrel, options, ports) => kestrel.Listen(options.Value, ports));
        return builder;
    }

    /// <summary>Builds the program, checks its settings, and puts the shared parts of the pipeline first.</summary>
    /// <exception cref="HostingException">A setting is unknown, has a value that is not allowed, or is refused in Production.</exception>
    public static WebApplication BuildProgram(this WebApplicationBuilder builder)
    {
        var app = builder.Build();
        var start = app.Services.GetRequiredService<ProgramStart>();
        StartUp.Check(app);
        app.UseProblems();
        app.UseProxy(app.Services.GetRequiredService<IOptions<ListenerOptions>>().Value);
        app.UseRouting();
        app.UseListenerRule(app.Services.GetRequiredService<ListenerPorts>());
        app.MapHealth(app.Services.GetRequiredService<Readiness>()).OnPrivateListener();
        app.MapMetrics(app.Services.GetRequiredService<MetricsCollector>()).OnPrivateListener();
        app.Lifetime.ApplicationStopping.Register(() =>
        {
            Log.Stops(app.Logger, start.Name);
            app.Services.GetRequiredService<Readiness>().NotReady("process", "the program is stopping");
        });
        return app;
    }
}
