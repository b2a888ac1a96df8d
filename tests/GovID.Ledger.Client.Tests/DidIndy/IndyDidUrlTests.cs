using FsCheck;
using FsCheck.Fluent;
using GovID.Ledger.Client.DidIndy;
using GovID.Ledger.Identifiers;

namespace GovID.Ledger.Client.Tests.DidIndy;

public sealed class IndyDidUrlTests
{
    private const string Did = "did:indy:sovrin:staging:6cgbu8ZPoWTnR5Rv5JcSMB";

    [Theory]
    [InlineData("did:indy:6cgbu8ZPoWTnR5Rv5JcSMB")]
    [InlineData("did:indy::6cgbu8ZPoWTnR5Rv5JcSMB")]
    [InlineData("did:indy:Sovrin:6cgbu8ZPoWTnR5Rv5JcSMB")]
    [InlineData("did:indy:a:b:c:6cgbu8ZPoWTnR5Rv5JcSMB")]
    [InlineData("did:indy:test:GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL")]
    [InlineData("did:indy:test:1111111111111111111111")]
    [InlineData("did:sov:6cgbu8ZPoWTnR5Rv5JcSMB")]
    [InlineData("did:indy:test:6cgbu8ZPoWTnR5Rv5JcSMB#a#b")]
    [InlineData("did:indy:test:6cgbu8ZPoWTnR5Rv5JcSMB?versionId")]
    [InlineData("did:indy:test:6cgbu8ZPoWTnR5Rv5JcSMB?versionId=")]
    [InlineData("did:indy:test:6cgbu8ZPoWTnR5Rv5JcSMB?from=1&from=2")]
    [InlineData("did:indy:test:6cgbu8ZPoWTnR5Rv5JcSMB?service=x")]
    [InlineData("")]
    public void Refuses_what_is_no_url_of_the_method(string text)
    {
        IndyDidUrl.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<LedgerClientException>(() => IndyDidUrl.Parse(text)).Code.ShouldBe(LedgerClientErrorCode.Malformed);
    }

    [Fact]
    public void Takes_a_url_apart()
    {
        var url = IndyDidUrl.Parse(Did + "/anoncreds/v0/REV_REG_ENTRY/104/my%20tag/reg?from=1&to=2026-11-21T10:00:00.5%2B02:00#x");

        url.Did.Namespace.ShouldBe("sovrin:staging");
        url.Object.ShouldBe(new IndyObject.RevRegEntry(104, "my tag", "reg"));
        url.Query.Moment("from").ShouldBe(1);
        url.Query.Moment("to").ShouldBe(1795248000);
        url.Query.Moment("versionTime").ShouldBeNull();
        url.Fragment.ShouldBe("x");
        url.Object.ShouldBeOfType<IndyObject.RevRegEntry>().ToLegacyId(url.Did).ToString()
            .ShouldBe("6cgbu8ZPoWTnR5Rv5JcSMB:4:6cgbu8ZPoWTnR5Rv5JcSMB:3:CL:104:my tag:CL_ACCUM:reg");
    }

    [Theory]
    [InlineData("2026-11-21T10:00:00.123456789Z")]
    [InlineData("2026-11-21t10:00:00z")]
    [InlineData("2026-11-21T12:00:00.000000000%2B02:00")]
    public void Reads_every_form_of_a_time_that_the_format_allows(string text) =>
        IndyQuery.Parse("versionTime=" + text).Moment("versionTime").ShouldBe(1795255200);

    [Theory]
    [InlineData("2026-11-21T10:00:00")]
    [InlineData("2026-11-21")]
    [InlineData("yesterday")]
    [InlineData("99999999999999999999")]
    [InlineData("-5")]
    public void Refuses_a_time_when_it_is_used(string text) =>
        Should.Throw<LedgerClientException>(() => IndyQuery.Parse("versionTime=" + text).Moment("versionTime")).Field.ShouldBe("versionTime");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("abc")]
    public void Refuses_a_version_that_is_no_sequence_number(string text) =>
        Should.Throw<LedgerClientException>(() => IndyQuery.Parse("versionId=" + text).VersionSeqNo()).Field.ShouldBe("versionId");

    [Fact]
    public void Reads_every_object_it_writes()
    {
        var names = from text in ArbMap.Default.GeneratorFor<NonEmptyString>()
                    select text.Get is var name && name.Length <= 256 && !name.Any(c => char.IsControl(c) || char.IsSurrogate(c)) ? name : "tag";
        var objects = from name in names
                      from tag in names
                      from number in Gen.Choose(1, int.MaxValue)
                      from kind in Gen.Choose(0, 4)
                      select kind switch
                      {
                          0 => (IndyObject)new IndyObject.Schema(name, "1.0.3"),
                          1 => new IndyObject.ClaimDef(number, tag),
                          2 => new IndyObject.RevRegDef(number, name, tag),
                          3 => new IndyObject.RevRegEntry(number, name, tag),
                          _ => new IndyObject.RevRegDelta(number, name, tag),
                      };

        Prop.ForAll(objects.ToArbitrary(), named => IndyDidUrl.Parse(Did + named.ToPath()).Object == named).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_makes_the_reader_throw_anything_else() => Prop.ForAll<string>(text =>
    {
        var read = IndyDidUrl.TryParse(Did + text, out var url);
        return !read || url!.Equals(IndyDidUrl.Parse(url.ToString()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Puts_a_did_together_only_from_good_parts()
    {
        IndyDid.Of("govid:local", LedgerDid.Parse("V4SGRU86Z58d6TV7PBUe6f")).ToString().ShouldBe("did:indy:govid:local:V4SGRU86Z58d6TV7PBUe6f");
        Should.Throw<LedgerClientException>(() => IndyDid.Of("a b", LedgerDid.Parse("V4SGRU86Z58d6TV7PBUe6f")));
    }
}
