namespace GovID.TestKit;

/// <summary>Finds the conformance data that lies beside the repository (<c>GOVID_SHARED</c>, default <c>../shared</c>).</summary>
public static class SharedData
{
    /// <summary>The folder, or null where it is absent.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Why tests over the data are skipped.</summary>
    public const string Absent = "the shared conformance data are absent: set GOVID_SHARED to their folder";

    /// <summary>True where the data are there.</summary>
    public static bool Exists => Folder is not null;

    /// <summary>The folder of a suite, by its path below <c>vectors/</c>; call only where <see cref="Exists"/>.</summary>
    public static string Vectors(string suite) =>
        Path.Combine(Folder ?? throw new InvalidOperationException(Absent), "vectors", suite);

    /// <summary>The root of the checkout that this assembly was built from.</summary>
    public static string Repository { get; } = FindRepository();

    private static string? Find()
    {
        var given = Environment.GetEnvironmentVariable("GOVID_SHARED");
        var folder = Path.GetFullPath(given ?? Path.Combine(FindRepository(), "..", "shared"));
        return Directory.Exists(Path.Combine(folder, "vectors")) ? folder : null;
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GovID.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests must run from inside a checkout.");
    }
}
