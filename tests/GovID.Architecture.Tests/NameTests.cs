using GovID.Architecture.Tests.Model;
using GovID.Architecture.Tests.Rules;
using GovID.Architecture.Tests.Tables;

namespace GovID.Architecture.Tests;

public sealed class NameTests
{
    [Fact]
    public void Types_have_no_banned_names() => Violation.None(House.Sources.SelectMany(NameRule.Names));

    [Fact]
    public void Interfaces_are_in_the_list_of_seams() => Violation.None(House.Shipped.SelectMany(NameRule.Seams));

    [Fact]
    public void Nothing_in_Internal_is_public() => Violation.None(House.Shipped.SelectMany(NameRule.Internals));

    [Theory]
    [InlineData("class KeyHelper;", "Helper")]
    [InlineData("record KeyInfo;", "Info")]
    [InlineData("struct KeyData;", "Data")]
    [InlineData("enum KeyUtils;", "Utils")]
    [InlineData("interface IKeyManager;", "Manager")]
    [InlineData("class KeyProcessor;", "Processor")]
    [InlineData("class KeyImpl;", "Impl")]
    [InlineData("class KeyBase;", "Base")]
    [InlineData("class KeyService;", "Service")]
    [InlineData("class DefaultKey;", "Default")]
    public void Bites_a_banned_name(string text, string words) => Bad.Bites(NameRule.Names(Bad.Source(text)), words);

    [Theory]
    [InlineData("abstract class KeyBase;")]
    [InlineData("class SweepService : BackgroundService;")]
    [InlineData("class Database;")]
    public void Lets_the_named_exceptions_pass(string text) => NameRule.Names(Bad.Source(text)).ShouldBeEmpty();

    [Theory]
    [InlineData("public interface ILedgerReader;")]
    [InlineData("internal interface ISigner;")]
    public void Bites_a_seam_that_is_not_in_the_list(string text) => Bad.Bites(NameRule.Seams(Bad.Source(text)), "not in the list");

    [Theory]
    [InlineData("namespace GovID.Ledger.Internal; public class A;", "src/GovID.Ledger/A.cs")]
    [InlineData("namespace GovID.Ledger; public record A;", "src/GovID.Ledger/Internal/A.cs")]
    public void Bites_a_public_detail(string text, string path) => Bad.Bites(NameRule.Internals(Bad.Source(text, path)), "is public");

    [Fact]
    public void Every_exception_is_still_needed()
    {
        var types = House.Sources.SelectMany(file => file.All<Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax>())
            .Select(type => type.Identifier.Text).ToHashSet(StringComparer.Ordinal);

        Exceptions.Names.Keys.Where(name => !types.Contains(name)).ShouldBeEmpty();
    }
}
