namespace GovID.Dids.Tests;

public sealed class DidTests
{
    [Theory]
    [InlineData("did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th", "key")]
    [InlineData("did:indy:sovrin:staging:WgWxqztrNooG92RXvxSTWv", "indy")]
    [InlineData("did:web:example.com%3A3000:user:alice", "web")]
    [InlineData("did:a1::b", "a1")]
    [InlineData("did:example:a.b-c_d", "example")]
    public void Reads_what_the_grammar_allows(string text, string method)
    {
        var did = Did.Parse(text);

        did.Method.ShouldBe(method);
        did.ToString().ShouldBe(text);
        $"did:{did.Method}:{did.MethodSpecificId}".ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("did")]
    [InlineData("did:")]
    [InlineData("did::x")]
    [InlineData("did:key")]
    [InlineData("did:key:")]
    [InlineData("did:key:a:")]
    [InlineData("DID:key:a")]
    [InlineData("did:Key:a")]
    [InlineData("did:k-y:a")]
    [InlineData("did:key:a b")]
    [InlineData("did:key:a/b")]
    [InlineData("did:key:a?b")]
    [InlineData("did:key:a#b")]
    [InlineData("did:key:a%")]
    [InlineData("did:key:a%2")]
    [InlineData("did:key:a%2g")]
    [InlineData("did:key:ä")]
    [InlineData(" did:key:a")]
    [InlineData("did:key:a\n")]
    public void Refuses_what_the_grammar_does_not(string text)
    {
        Did.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<DidException>(() => Did.Parse(text)).Code.ShouldBe(DidErrorCode.Malformed);
    }

    [Fact]
    public void Refuses_a_text_that_is_too_long()
    {
        var longest = "did:x:" + new string('a', Did.MaximumLength - 6);

        Did.TryParse(longest, out _).ShouldBeTrue();
        Should.Throw<DidException>(() => Did.Parse(longest + "a")).Code.ShouldBe(DidErrorCode.LimitExceeded);
    }

    [Fact]
    public void Says_which_field_is_wrong_and_repeats_only_the_beginning()
    {
        var refused = Should.Throw<DidException>(() => Did.Parse("\u0007" + new string('x', 500)));

        refused.Field.ShouldBe("did");
        refused.Message.Length.ShouldBeLessThan(200);
        refused.Message.ShouldNotContain("\u0007");
    }

    [Fact]
    public void Compares_character_by_character()
    {
        Did.Parse("did:x:a").ShouldBe(Did.Parse("did:x:a"));
        (Did.Parse("did:x:a") == Did.Parse("did:x:A")).ShouldBeFalse();
        (Did.Parse("did:x:%2a") != Did.Parse("did:x:%2A")).ShouldBeTrue();
    }
}
