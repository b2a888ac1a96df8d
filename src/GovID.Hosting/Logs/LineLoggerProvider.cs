using Microsoft.Extensions.Logging;

namespace GovID.Hosting.Logs;

/// <summary>Writes one line an event to one writer: standard error in a program, a string in a test.</summary>
public sealed class LineLoggerProvider(TextWriter writer, LogFormat format, TimeProvider clock) : ILoggerProvider
{
    private readonly Lock _turn = new();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName);

    /// <summary>The writer belongs to whoever made it; nothing is left to release.</summary>
    public void Dispose()
    {
    }

    private void Write(in LogLine line)
    {
        var text = format == LogFormat.Json ? line.ToJson() : line.ToText();
        lock (_turn)
        {
            writer.WriteLine(text);
            writer.Flush();
        }
    }

    private sealed class LineLogger(LineLoggerProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var fields = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
            provider.Write(new LogLine(provider.Now(), logLevel, category, eventId)
            {
                Message = formatter(state, exception),
                Fields = fields,
                Exception = exception,
            });
        }
    }

    private DateTimeOffset Now() => clock.GetUtcNow();
}
