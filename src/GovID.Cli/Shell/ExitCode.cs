namespace GovID.Cli.Shell;

/// <summary>What a script may rely on when a command ends.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The answer is no, or cases failed.</summary>
    No = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>The machine does not allow it: a port, a library, a lock, a folder.</summary>
    Environment = 3,

    /// <summary>Data or a key was refused.</summary>
    Refused = 4,

    /// <summary>The network cannot be reached.</summary>
    Unreachable = 5,

    /// <summary>Interrupted by the person.</summary>
    Interrupted = 130,
}
