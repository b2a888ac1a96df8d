using FsCheck;
using FsCheck.Fluent;
using GovID.Dids.Internal;

namespace GovID.Dids.Tests;

public sealed class DidPropertyTests
{
    private const string IdCharacters = "abcXYZ019.-_:";

    [Fact]
    public void Every_text_of_the_grammar_is_read_and_written_again()
    {
        var ids = Gen.Elements(IdCharacters.ToCharArray()).NonEmptyListOf().Select(letters => string.Concat(letters) + "a");

        Prop.ForAll(ids.ToArbitrary(), id => Did.Parse("did:example:" + id).ToString() == "did:example:" + id).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_makes_the_readers_throw() =>
        Prop.ForAll<string>(text =>
        {
            var isDid = Did.TryParse("did:x:" + text, out _);
            var isUrl = DidUrl.TryParse("did:x:" + text, out _);
            return !isDid || isUrl;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Compact_json_reads_back_to_the_same_text() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var json = JsonBuild.Text(string.Concat(text.Get.Where(letter => !char.IsSurrogate(letter))));
            using var again = System.Text.Json.JsonDocument.Parse(CompactJson.ToBytes(json));
            return again.RootElement.GetString() == json.GetString();
        }).QuickCheckThrowOnFailure();
}
