namespace GovID.Cli.Shell;

/// <summary>Why the command line itself refuses. What libraries refuse has their own codes.</summary>
internal enum CliErrorCode
{
    /// <summary>The command line is wrong: an unknown command, a missing argument, a value of the wrong form.</summary>
    Usage,

    /// <summary>A file that was named cannot be read.</summary>
    FileUnreadable,

    /// <summary>A file or folder cannot be written.</summary>
    FileUnwritable,

    /// <summary>A file is larger than any valid one of its kind.</summary>
    FileTooLarge,

    /// <summary>What a file holds is not what the command needs.</summary>
    DataRefused,

    /// <summary>The machine lacks something that the command needs.</summary>
    EnvironmentLacking,

    /// <summary>The network, or the server that was named, did not answer.</summary>
    Unreachable,

    /// <summary>Interrupted by a signal.</summary>
    Interrupted,

    /// <summary>A fault of the program itself.</summary>
    Unexpected,
}
