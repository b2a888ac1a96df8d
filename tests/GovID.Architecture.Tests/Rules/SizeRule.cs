using GovID.Architecture.Tests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovID.Architecture.Tests.Rules;

/// <summary>House style 7: files, methods, parameters, folders, nesting.</summary>
internal static class SizeRule
{
    private const int FileLimit = 400;
    private const int MathematicsLimit = 600;
    private const int MethodLimit = 60;
    private const int ParameterLimit = 5;
    private const int FolderLimit = 15;
    private const int NestingLimit = 3;

    public static IEnumerable<Violation> Files(SourceFile file)
    {
        var limit = IsMathematics(file.Path) ? MathematicsLimit : FileLimit;
        if (file.LineCount > limit)
            yield return new(file.Path, "file size", $"{file.LineCount} lines, limit {limit}");
        else if (file.LineCount > FileLimit && !SaysWhy(file))
            yield return new(file.Path, "file size", $"{file.LineCount} lines and no comment line that begins 'Long because', limit {FileLimit} without one");
    }

    public static IEnumerable<Violation> Methods(SourceFile file)
    {
        foreach (var member in file.Root.DescendantNodes().Where(IsCode))
        {
            var lines = Length(file, member);
            if (lines > MethodLimit)
                yield return new(file.At(member), "method size", $"{NameOf(member)} has {lines} lines, limit {MethodLimit}");
        }
    }

    public static IEnumerable<Violation> Parameters(SourceFile file)
    {
        foreach (var list in file.All<ParameterListSyntax>().Where(list => list.Parameters.Count > ParameterLimit))
        {
            // A positional record's members are its data, a native signature is its library's, a theory's are the columns of a table.
            if (list.Parent is RecordDeclarationSyntax or LambdaExpressionSyntax || Carries(list.Parent, "LibraryImport", "DllImport", "Theory"))
                continue;
            yield return new(file.At(list), "parameters", $"{NameOf(list.Parent!)} has {list.Parameters.Count}, limit {ParameterLimit}");
        }
    }

    public static IEnumerable<Violation> Folders(IEnumerable<string> paths, IReadOnlyDictionary<string, string> longer) => paths
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
        .GroupBy(path => Path.GetDirectoryName(path)!, StringComparer.Ordinal)
        .Where(folder => folder.Count() > FolderLimit && !longer.ContainsKey(folder.Key))
        .Select(folder => new Violation(folder.Key, "folder size", $"{folder.Count()} files, limit {FolderLimit}"));

    public static IEnumerable<Violation> Nesting(SourceFile file)
    {
        foreach (var statement in file.All<StatementSyntax>().Where(Nests))
        {
            var depth = statement.AncestorsAndSelf().TakeWhile(node => !IsCode(node) && node is not AnonymousFunctionExpressionSyntax).Count(Nests);
            if (depth > NestingLimit)
                yield return new(file.At(statement), "nesting", $"{depth} deep, limit {NestingLimit}");
        }
    }

    private static bool Nests(SyntaxNode node) => node switch
    {
        IfStatementSyntax choice => choice.Parent is not ElseClauseSyntax,
        ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax => true,
        _ => false,
    };

    private static bool IsCode(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax { ExpressionBody: not null };

    private static bool Carries(SyntaxNode? node, params string[] attributes) => node is BaseMethodDeclarationSyntax { AttributeLists: var lists }
        && lists.SelectMany(list => list.Attributes).Any(one => attributes.Contains(one.Name.ToString(), StringComparer.Ordinal));

    private static bool IsMathematics(string path) =>
        path.Contains("/Mathematics/", StringComparison.Ordinal) || path.Contains("/Bn254/", StringComparison.Ordinal);

    private static bool SaysWhy(SourceFile file) => file.Text.Split('\n').Any(line => line.Trim().StartsWith("// Long because", StringComparison.Ordinal));

    /// <summary>From the signature to the closing brace; documentation and attributes do not count.</summary>
    private static int Length(SourceFile file, SyntaxNode member)
    {
        var first = member.ChildNodesAndTokens().First(one => !one.IsKind(SyntaxKind.AttributeList)).SpanStart;
        return file.LineOf(member.Span.End) - file.LineOf(first) + 1;
    }

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        TypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        AccessorDeclarationSyntax { Parent.Parent: { } owner } => NameOf(owner),
        ConstructorDeclarationSyntax constructor => "the constructor of " + constructor.Identifier.Text,
        _ => node.Kind().ToString(),
    };
}
