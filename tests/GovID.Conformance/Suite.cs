namespace GovID.Conformance;

/// <summary>The reader of one folder of vectors.</summary>
public abstract class Suite
{
    /// <summary>The folder's path below <c>vectors/</c>, with forward slashes: <c>indy/bls</c>.</summary>
    public abstract string Path { get; }

    /// <summary>
    /// Reads the folder and lists its cases. Depends on the documented formats only. A file that is missing or cannot be read
    /// becomes a failed case, or an exception, which the runner reports as one.
    /// </summary>
    public abstract IEnumerable<ConformanceCase> Load(string folder);
}
