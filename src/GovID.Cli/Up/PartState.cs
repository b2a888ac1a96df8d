namespace GovID.Cli.Up;

/// <summary>How far a part is.</summary>
internal enum PartState
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>It is being started.</summary>
    Starting,

    /// <summary>It is there and was checked.</summary>
    Ready,

    /// <summary>This version does not have it.</summary>
    NotThereYet,
}
