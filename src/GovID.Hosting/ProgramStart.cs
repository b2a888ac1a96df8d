using GovID.Hosting.Logs;

namespace GovID.Hosting;

/// <summary>What a program is told before it reads any setting.</summary>
/// <param name="Name">Its name, as logs carry it.</param>
/// <param name="Environment">Development or Production.</param>
public sealed record ProgramStart(string Name, HostingEnvironment Environment)
{
    /// <summary>How log lines look. Default: JSON.</summary>
    public LogFormat LogFormat { get; init; } = LogFormat.Json;

    /// <summary>Where log lines go: standard error in a program.</summary>
    public required TextWriter LogWriter { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Settings from files of the program's own format; the environment wins over them.</summary>
    public IEnumerable<KeyValuePair<string, string?>> FileSettings { get; init; } = [];

    /// <summary>Settings from the command line; they win over everything.</summary>
    public IEnumerable<KeyValuePair<string, string?>> CommandLine { get; init; } = [];
}
