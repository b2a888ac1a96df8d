namespace GovID.Cli.Shell;

/// <summary>A command cannot be done, for a reason that a person can do something about.</summary>
internal sealed class CliException(CliErrorCode code, string detail, string? field = null, Exception? inner = null)
    : Exception(detail, inner)
{
    /// <summary>Why.</summary>
    public CliErrorCode Code { get; } = code;

    /// <summary>The argument, option, file or member it is about.</summary>
    public string? Field { get; } = field;
}
