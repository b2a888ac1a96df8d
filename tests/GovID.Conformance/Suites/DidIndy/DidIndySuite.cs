namespace GovID.Conformance.Suites.DidIndy;

/// <summary>
/// <c>indy/didindy</c>: DID URLs and paths (<c>urls.json</c>), assembly of documents (<c>assembly.json</c>), and the documents of a deployed
/// client (<c>credo/*.json</c>).
/// </summary>
public sealed class DidIndySuite : Suite
{
    /// <inheritdoc/>
    public override string Path => "indy/didindy";

    /// <inheritdoc/>
    public override IEnumerable<ConformanceCase> Load(string folder)
    {
        foreach (var item in UrlCases.Load(folder))
            yield return item;
        foreach (var item in AssemblyCases.Load(folder))
            yield return item;
        foreach (var item in DocumentCases.Load(System.IO.Path.Combine(folder, "credo")))
            yield return item;
    }
}
