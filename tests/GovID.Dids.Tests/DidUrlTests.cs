namespace GovID.Dids.Tests;

public sealed class DidUrlTests
{
    [Fact]
    public void Splits_path_query_and_fragment()
    {
        var url = DidUrl.Parse("did:indy:sovrin:abc/anoncreds/v0/SCHEMA/a%20name/1.0?versionTime=2026-11-21T00%3A00%3A00Z&from=1#part?/x");

        url.Did.ToString().ShouldBe("did:indy:sovrin:abc");
        url.Path.ShouldBe("/anoncreds/v0/SCHEMA/a%20name/1.0");
        url.PathSegments.ShouldBe(["anoncreds", "v0", "SCHEMA", "a name", "1.0"]);
        url.FindParameter("versionTime").ShouldBe("2026-11-21T00:00:00Z");
        url.FindParameter("from").ShouldBe("1");
        url.FindParameter("to").ShouldBeNull();
        url.Fragment.ShouldBe("part?/x");
    }

    [Theory]
    [InlineData("did:x:a")]
    [InlineData("did:x:a/")]
    [InlineData("did:x:a?")]
    [InlineData("did:x:a#")]
    [InlineData("did:x:a//b")]
    [InlineData("did:x:a/b?c=d#e")]
    [InlineData("did:x:a/!$&'()*+,;=:@")]
    public void Keeps_the_text_as_it_is(string text) => DidUrl.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("#key-1")]
    [InlineData("did:x:a#b#c")]
    [InlineData("did:x:a/b c")]
    [InlineData("did:x:a?b%zz")]
    [InlineData("did:x:a/[b]")]
    [InlineData("did:x:a;service=b")]
    [InlineData("https://example.com/did:x:a")]
    public void Refuses_what_the_grammar_does_not_allow(string text)
    {
        DidUrl.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<DidException>(() => DidUrl.Parse(text)).Code.ShouldBe(DidErrorCode.Malformed);
    }

    [Theory]
    [InlineData("#key-1", "did:x:a#key-1")]
    [InlineData("/path", "did:x:a/path")]
    [InlineData("?service=files", "did:x:a?service=files")]
    [InlineData("did:y:b#key-1", "did:y:b#key-1")]
    public void Resolves_relative_references(string reference, string expected)
    {
        DidUrl.TryResolve(Did.Parse("did:x:a"), reference, out var url).ShouldBeTrue();
        url.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("key-1")]
    [InlineData("#a#b")]
    public void Refuses_other_references(string? reference) => DidUrl.TryResolve(Did.Parse("did:x:a"), reference, out _).ShouldBeFalse();

    [Fact]
    public void Finds_no_parameter_that_stands_there_twice_or_is_not_text()
    {
        var url = DidUrl.Parse("did:x:a?p=1&p=2&q=%ff&r=%7A");

        url.FindParameter("p").ShouldBeNull();
        url.FindParameter("q").ShouldBeNull();
        url.FindParameter("r").ShouldBe("z");
    }

    [Fact]
    public void Refuses_an_extension_that_is_too_long() =>
        DidUrl.TryParse("did:x:a#" + new string('b', DidUrl.MaximumExtension), out _).ShouldBeFalse();
}
