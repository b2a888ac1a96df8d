namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>AnonCreds v1: keys, issuance, presentations, restrictions, revocation.</summary>
internal sealed class AnonCredsSuite(string path) : Suite
{
    public override string Path => path;

    public override IEnumerable<ConformanceCase> Load(string folder)
    {
        var vectors = new AnonCredsFolder(folder);
        return KeyCases.Load(vectors)
            .Concat(EncodingCases.Load(vectors))
            .Concat(IssuanceCases.Load(vectors))
            .Concat(ProofCases.Load(vectors))
            .Concat(PresentationCases.Load(vectors))
            .Concat(W3cCases.Load(vectors))
            .Concat(RestrictionCases.Load(vectors))
            .Concat(ErrorCases.Load(vectors))
            .Concat(UpstreamCases.Load(vectors))
            .Concat(RevocationCases.Load(vectors));
    }
}
