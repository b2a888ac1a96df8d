namespace GovID.Conformance.Suites;

/// <summary>Loads the files of a suite one by one, so that a bad file fails alone.</summary>
internal static class SuiteParts
{
    /// <summary>The cases of one file; one failed case where it cannot be read or has none.</summary>
    public static IReadOnlyList<ConformanceCase> Load(string file, Func<IEnumerable<ConformanceCase>> load)
    {
        try
        {
            IReadOnlyList<ConformanceCase> cases = [.. load()];
            return cases.Count > 0 ? cases : [ConformanceCase.Failed(file, "the file has no cases")];
        }
#pragma warning disable CA1031 // A file that cannot be read is one failed case, and the other files still run.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            return [ConformanceCase.Failed(file, $"{broken.GetType().Name}: {broken.Message}")];
        }
    }
}
