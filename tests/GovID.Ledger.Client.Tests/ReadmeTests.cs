using GovID.Dids.Documents;
using GovID.Ledger.Client.DidIndy;
using GovID.TestKit;

namespace GovID.Ledger.Client.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_example_runs()
    {
        const string dataOfGetNym = """{"dest":"WJz9mHyW9BZksioQnRsrAo","identifier":"V4SGRU86Z58d6TV7PBUe6f","role":null,"seqNo":7,"txnTime":1,"verkey":"GyYtYWU1vjwd5PFJM4VSX5aUiSV3TyZMuLBJBTQvfdF8"}""";

        #region example
        var url = IndyDidUrl.Parse("did:indy:sovrin:WJz9mHyW9BZksioQnRsrAo/anoncreds/v0/SCHEMA/degree/1.0");
        if (url.Object is IndyObject.Schema schema)
            Console.WriteLine(schema.ToLegacyId(url.Did));   // WJz9mHyW9BZksioQnRsrAo:2:degree:1.0

        var nym = NymState.Parse(dataOfGetNym);
        var document = IndyDocument.Build(url.Did, nym, endpoint: null);
        var key = document.KeysFor(VerificationRelationship.Authentication)[0];
        #endregion

        url.Object.ShouldBeOfType<IndyObject.Schema>().ToLegacyId(url.Did).ToString().ShouldBe("WJz9mHyW9BZksioQnRsrAo:2:degree:1.0");
        key.ShouldBe(nym.Verkey!.Value.ToPublicKey(nym.Dest));
    }

    [Fact]
    public void Every_error_code_is_explained()
    {
        var readme = File.ReadAllText(Path.Combine(SharedData.Repository, "src", "GovID.Ledger.Client", "README.md"));

        foreach (var code in Enum.GetNames<LedgerClientErrorCode>())
            readme.ShouldContain($"| `{code}` |");
    }
}
