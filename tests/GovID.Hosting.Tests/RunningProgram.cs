using GovID.Hosting.Listeners;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GovID.Hosting.Tests;

/// <summary>A small program on real sockets of free loopback ports.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly StringWriter _log;

    private RunningProgram(WebApplication app, StringWriter log)
    {
        (App, _log) = (app, log);
        var ports = app.Services.GetRequiredService<ListenerPorts>();
        Public = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports.PublicPort}") };
        Private = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports.PrivatePort}") };
    }

    public WebApplication App { get; }

    public HttpClient Public { get; }

    public HttpClient Private { get; }

    public string LogText => _log.ToString();

    /// <summary>What a program starts with in these tests.</summary>
    public static ProgramStart Start(TextWriter log, string environment = "Development", params (string Key, string Value)[] settings) =>
        new("test", HostingEnvironment.Of(environment, developsByDefault: false))
        {
            LogWriter = log,
            CommandLine = settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)),
        };

    public static async Task<RunningProgram> StartAsync(Action<WebApplication> map, params (string Key, string Value)[] settings)
    {
        var log = new StringWriter();
        var app = ProgramHost.CreateBuilder(Start(log, "Development", settings)).BuildProgram();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningProgram(app, log);
    }

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Private.Dispose();
        await App.DisposeAsync();
        await _log.DisposeAsync();
    }
}
