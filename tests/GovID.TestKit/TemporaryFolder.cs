namespace GovID.TestKit;

/// <summary>A folder of a test's own, removed with everything in it at the end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("govid-test-");

    /// <summary>The folder's full path.</summary>
    public string FullName => _folder.FullName;

    /// <summary>A path below the folder.</summary>
    public string Path(params string[] parts) => System.IO.Path.Combine([FullName, .. parts]);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
