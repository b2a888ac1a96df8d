using GovID.Architecture.Tests.Model;
using GovID.Architecture.Tests.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovID.Architecture.Tests.Rules;

/// <summary>House style 5: one Main, short entrances, programs that derive from nothing of the libraries.</summary>
internal static class EntranceRule
{
    private const int EntranceLimit = 60;

    public static IEnumerable<Violation> Mains(SourceFile file)
    {
        var isEntrance = file.All<GlobalStatementSyntax>().Any()
            || file.All<MethodDeclarationSyntax>().Any(one => one.Identifier.Text == "Main" && one.Modifiers.Any(SyntaxKind.StaticKeyword));
        if (isEntrance && file.Project != "GovID.Cli")
            yield return new(file.Path, "main", "only GovID.Cli has a Main");
    }

    public static IEnumerable<Violation> Executables(ProjectFile project)
    {
        if (project.Property("OutputType") is "Exe" && project.Name != "GovID.Cli")
            yield return new(project.Path, "main", "only GovID.Cli is an executable");
    }

    /// <summary>A file that makes a command, or that builds a program.</summary>
    public static IEnumerable<Violation> ShortEntrances(SourceFile file)
    {
        var isProgram = ProjectTable.Find(file.Project) is { Layer: 7 };
        var isEntrance = file.All<MethodDeclarationSyntax>().Any(method =>
            (file.Project == "GovID.Cli" && method.Identifier.Text == "Create" && method.ReturnType.ToString() is "CliCommand")
            || (isProgram && method.Identifier.Text == "Build" && method.Modifiers.Any(SyntaxKind.PublicKeyword)));
        if (isEntrance && file.LineCount > EntranceLimit)
            yield return new(file.Path, "command files", $"{file.LineCount} lines, limit {EntranceLimit}");
    }

    /// <summary>Programs compose; a type that inherits from a library's class pulls the library up.</summary>
    public static IEnumerable<Violation> Bases(IEnumerable<Type> types, Func<Type, bool> isLibraryType) => types
        .Where(type => type.BaseType is { } parent && isLibraryType(parent))
        .Select(type => new Violation(type.FullName!, "programs", $"derives from {type.BaseType!.FullName} of a library"));
}
