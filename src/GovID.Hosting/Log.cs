using Microsoft.Extensions.Logging;

namespace GovID.Hosting;

/// <summary>The events of this project; their ids are stable.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "{Program} starts in {Environment} ({Chosen})")]
    public static partial void Starts(ILogger logger, string program, string environment, string chosen);

    [LoggerMessage(1001, LogLevel.Warning, "{Key} is on: it weakens a check and is refused in Production")]
    public static partial void UnsafeSwitch(ILogger logger, string key);

    [LoggerMessage(1002, LogLevel.Error, "a request failed")]
    public static partial void RequestFailed(ILogger logger, Exception error);

    [LoggerMessage(1003, LogLevel.Information, "{Program} stops: not ready from now on, requests in hand are finished")]
    public static partial void Stops(ILogger logger, string program);

    [LoggerMessage(1004, LogLevel.Information, "{Program} is ready")]
    public static partial void Ready(ILogger logger, string program);
}
