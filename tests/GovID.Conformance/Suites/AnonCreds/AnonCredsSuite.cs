namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>AnonCreds v1: keys, issuance, presentations, restrictions, revocation.</summary>
internal sealed class AnonCredsSuite(string path) : Suite
{
    public override string Path => path;

    public override IEnumerable<ConformanceCase> Load(string folder)
    {
        var vectors = new AnonCredsFolder(folder);
        return PresentationCases.Load(vectors);
    }
}
