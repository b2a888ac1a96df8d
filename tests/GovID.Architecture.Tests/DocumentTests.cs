using GovID.Architecture.Tests.Documents;
using GovID.Architecture.Tests.Model;

namespace GovID.Architecture.Tests;

public sealed class DocumentTests
{
    [Fact]
    public void Every_code_in_the_list_has_a_meaning() => ErrorDocument.Text().ShouldNotContain("|  |\n");

    [Fact]
    public void Bites_a_surface_that_changed() =>
        Accepted.Compare("a", "class A\n    new()\n", "class A\n    new(int)\n", "X").Select(one => one.Detail)
            .ShouldBe(["+ new(int)", "- new()"]);

    [Fact]
    public void The_surface_shows_what_a_caller_sees()
    {
        var text = PublicSurface.Of([typeof(Sample)]);

        text.ShouldContain("string? Name { get; init; }");
        text.ShouldContain("static int Count(string text, int from = 3)");
        text.ShouldContain("const int Most = 7");
        text.ShouldNotContain("Hidden");
    }

    [Theory]
    [InlineData("# A\n", "no C# example")]
    [InlineData("```csharp\nvar b = 2;\n```\n", "not a snippet")]
    [InlineData("```csharp\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n```\n", "16 lines, limit 15")]
    public void Bites_an_example_that_nothing_compiles(string readme, string words) =>
        Bad.Bites(ReadmeRule.Example("a", readme, [Snippet()]), words);

    [Fact]
    public void Lets_an_example_pass_that_a_test_holds() =>
        ReadmeRule.Example("a", "text\n\n```csharp\nvar a = 1;\nif (a > 0)\n    a++;\n```\n", [Snippet()]).ShouldBeEmpty();

    [Fact]
    public void Bites_a_readme_without_its_parts() => Bad.Bites(ReadmeRule.Sections("a", "# A"), "security notes");

    private static SourceFile Snippet() => Bad.Source(
        "class A {\n    void M() {\n        #region snippet\n        var a = 1;\n        if (a > 0)\n            a++;\n        #endregion\n    }\n}",
        "tests/GovID.Ledger.Tests/A.cs");

    public sealed class Sample
    {
        public const int Most = 7;

        public string? Name { get; init; }

        internal int Hidden { get; init; }

        public static int Count(string text, int from = 3) => text.Length - from;
    }
}
