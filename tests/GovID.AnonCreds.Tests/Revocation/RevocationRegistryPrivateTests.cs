using System.Text;
using GovID.AnonCreds.Revocation;

namespace GovID.AnonCreds.Tests.Revocation;

public sealed class RevocationRegistryPrivateTests
{
    private const string Gamma = "03C5045E71218681B66862E4DB7F1BF7183F29A095E08034B707DEE31127D04B";

    [Fact]
    public void Writes_what_it_read()
    {
        using var secret = Parse($$$"""{"value":{"gamma":"{{{Gamma}}}"}}""");

        Encoding.UTF8.GetString(secret.ExportUtf8Json()).ShouldBe($$$"""{"value":{"gamma":"{{{Gamma}}}"}}""");
        secret.ToString().ShouldBe("[redacted]");
    }

    [Fact]
    public void Gives_nothing_away_once_it_was_wiped()
    {
        var secret = Parse($$$"""{"value":{"gamma":"{{{Gamma}}}"}}""");

        secret.Dispose();

        Should.Throw<ObjectDisposedException>(() => secret.ExportUtf8Json());
    }

    [Theory]
    [InlineData("00")]
    [InlineData("1")]
    [InlineData("2523648240000001BA344D8000000007FF9F800000000010A10000000000000E")]
    public void Refuses_a_gamma_that_makes_all_places_the_same(string gamma) =>
        Should.Throw<AnonCredsException>(() => Parse($$$"""{"value":{"gamma":"{{{gamma}}}"}}""")).Code.ShouldBe(AnonCredsErrorCode.InvalidKey);

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"value":{"gamma":"G0"}}""")]
    [InlineData("""{"value":{"gamma":7}}""")]
    [InlineData("""{"value":{"gamma":"07","gamma":"08"}}""")]
    [InlineData("""{"value":{"gamma":"07","more":"08"}}""")]
    public void Refuses_text_of_another_form(string json) =>
        Should.Throw<AnonCredsException>(() => Parse(json)).Code.ShouldBe(AnonCredsErrorCode.Malformed);

    private static RevocationRegistryPrivate Parse(string json) => RevocationRegistryPrivate.Parse(Encoding.UTF8.GetBytes(json));
}
