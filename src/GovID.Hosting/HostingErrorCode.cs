namespace GovID.Hosting;

/// <summary>Why a program does not start.</summary>
public enum HostingErrorCode
{
    /// <summary>A setting has a value that is not allowed, or a name that is not known.</summary>
    OptionRefused,

    /// <summary>A setting weakens a check, which Production does not allow.</summary>
    UnsafeRefused,

    /// <summary>The data folder cannot be made, read or written.</summary>
    DataFolderUnusable,

    /// <summary>Another process uses the data folder.</summary>
    DataFolderBusy,

    /// <summary>The data folder was written by a newer program, or is not one of ours.</summary>
    DataFolderUnknown,

    /// <summary>A port is taken by another process.</summary>
    PortBusy,
}
