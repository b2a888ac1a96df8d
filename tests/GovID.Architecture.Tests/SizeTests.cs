using GovID.Architecture.Tests.Model;
using GovID.Architecture.Tests.Rules;

namespace GovID.Architecture.Tests;

public sealed class SizeTests
{
    private static readonly Dictionary<string, string> NoLongFolder = [];

    [Fact]
    public void Files_keep_their_limit() => Violation.None(House.Sources.SelectMany(SizeRule.Files));

    [Fact]
    public void Methods_keep_their_limit() => Violation.None(House.Sources.SelectMany(SizeRule.Methods));

    [Fact]
    public void Parameters_keep_their_limit() => Violation.None(House.Sources.SelectMany(SizeRule.Parameters));

    [Fact]
    public void Bites_a_long_file() => Bad.Bites(SizeRule.Files(Bad.Source(Bad.Lines(401, "//"))), "401 lines, limit 400");

    [Fact]
    public void A_long_file_of_mathematics_says_why()
    {
        var path = "src/GovID.Cryptography/Bn254/Fp.cs";

        Bad.Bites(SizeRule.Files(Bad.Source(Bad.Lines(401, "//"), path)), "Long because");
        SizeRule.Files(Bad.Source("// Long because formulas stay together.\n" + Bad.Lines(400, "//"), path)).ShouldBeEmpty();
        Bad.Bites(SizeRule.Files(Bad.Source(Bad.Lines(601, "//"), path)), "limit 600");
    }

    [Theory]
    [InlineData("class A { void M() {\n", "\n} }")]
    [InlineData("class A { A() {\n", "\n} }")]
    [InlineData("class A { int P { get {\n", "\n} } }")]
    [InlineData("class A { void M() { } int P => new[] {\n", "\n}.Length; }")]
    public void Bites_a_long_method(string before, string after)
    {
        Bad.Bites(SizeRule.Methods(Bad.Source(before + Bad.Lines(59, "//") + after)), "61 lines, limit 60");
        SizeRule.Methods(Bad.Source(before + Bad.Lines(58, "//") + after)).ShouldBeEmpty();
    }

    [Fact]
    public void Documentation_and_attributes_do_not_make_a_method_long()
    {
        var file = Bad.Source($"class A {{\n{Bad.Lines(50, "/// doc")}\n[Fact]\nvoid M() {{\n{Bad.Lines(50, "//")}\n}} }}");

        SizeRule.Methods(file).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("class A { void M(int a, int b, int c, int d, int e, int f) { } }")]
    [InlineData("class A(int a, int b, int c, int d, int e, int f);")]
    [InlineData("class A { A(int a, int b, int c, int d, int e, int f) { } }")]
    [InlineData("class A { void M() { void L(int a, int b, int c, int d, int e, int f) { } } }")]
    public void Bites_a_sixth_parameter(string text) => Bad.Bites(SizeRule.Parameters(Bad.Source(text)), "has 6, limit 5");

    [Theory]
    [InlineData("record A(int A1, int B, int C, int D, int E, int F);")]
    [InlineData("""class A { [LibraryImport("x")] static partial void M(int a, int b, int c, int d, int e, int f); }""")]
    [InlineData("class A { [Theory] public void M(int a, int b, int c, int d, int e, int f) { } }")]
    public void Data_tables_and_native_signatures_may_be_wide(string text) => SizeRule.Parameters(Bad.Source(text)).ShouldBeEmpty();

    [Fact]
    public void Bites_a_folder_of_sixteen() => Bad.Bites(
        SizeRule.Folders(Enumerable.Range(0, 16).Select(i => $"src/GovID.Dids/F{i}.cs"), NoLongFolder), "16 files, limit 15");

    [Fact]
    public void Bites_a_fourth_level()
    {
        Bad.Bites(SizeRule.Nesting(Bad.Source("class A { void M() { if (a) while (b) foreach (var c in d) { if (e) f(); } } }")), "4 deep, limit 3");
        SizeRule.Nesting(Bad.Source("class A { void M() { if (a) b(); else if (c) d(); else if (e) f(); else if (g) h(); } }")).ShouldBeEmpty();
    }
}
