namespace GovID.Hosting;

/// <summary>A program cannot start, for a reason that its operator can do something about.</summary>
public sealed class HostingException(HostingErrorCode code, string message, string? field = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public HostingErrorCode Code { get; } = code;

    /// <summary>The setting, folder or port it is about.</summary>
    public string? Field { get; } = field;
}
