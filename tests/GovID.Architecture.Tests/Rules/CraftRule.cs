using GovID.Architecture.Tests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovID.Architecture.Tests.Rules;

/// <summary>House style 7 and 13: partial types, regions, suppressions, logging, serialisation.</summary>
internal static class CraftRule
{
    private static readonly string[] Generators = ["LoggerMessage", "LibraryImport", "GeneratedRegex", "JsonSerializable", "JsonSourceGenerationOptions"];

    private static readonly string[] SnippetNames = ["snippet", "example"];

    /// <summary>A type is partial only where a generator writes the other part.</summary>
    public static IEnumerable<Violation> Partials(SourceFile file) => file.All<TypeDeclarationSyntax>()
        .Where(type => type.Modifiers.Any(SyntaxKind.PartialKeyword) && !AttributesIn(type).Any(name => Generators.Contains(name, StringComparer.Ordinal)))
        .Select(type => new Violation(file.At(type.Identifier), "partial", $"{type.Identifier.Text} is partial and nothing is generated for it"));

    /// <summary>Regions mark the examples that documents show, and nothing else.</summary>
    public static IEnumerable<Violation> Regions(SourceFile file) => file.Root.DescendantTrivia()
        .Where(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
        .Where(trivia => file.IsShipped || !Array.Exists(SnippetNames, name => trivia.ToString().Contains(name, StringComparison.Ordinal)))
        .Select(trivia => new Violation($"{file.Path}:{file.LineOf(trivia.SpanStart)}", "regions", "only snippets in tests are regions"));

    public static IEnumerable<Violation> Suppressions(SourceFile file)
    {
        foreach (var attribute in file.All<AttributeSyntax>().Where(one => one.Name.ToString().EndsWith("SuppressMessage", StringComparison.Ordinal)))
        {
            if (attribute.ArgumentList?.ToString().Contains("Justification", StringComparison.Ordinal) != true)
                yield return new(file.At(attribute), "suppressions", "a suppression says why: Justification");
        }

        foreach (var pragma in file.Root.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia)))
        {
            var line = file.Text.Split('\n')[file.LineOf(pragma.SpanStart) - 1];
            if (line.Contains("disable", StringComparison.Ordinal) && !line.Contains("//", StringComparison.Ordinal))
                yield return new($"{file.Path}:{file.LineOf(pragma.SpanStart)}", "suppressions", "a suppression says why, behind it on its line");
        }
    }

    public static IEnumerable<Violation> Logging(SourceFile file) => file.All<AttributeSyntax>()
        .Where(one => one.Name.ToString() == "LoggerMessage" && file.IsShipped && file.Name != "Log.cs")
        .Select(one => new Violation(file.At(one), "logging", "log events stand in the project's Log.cs"));

    /// <summary>One serialiser context a project.</summary>
    public static IEnumerable<Violation> Contexts(IEnumerable<SourceFile> files) => files
        .SelectMany(file => file.All<ClassDeclarationSyntax>().Select(type => (file, type)))
        .Where(one => one.type.BaseList?.Types.Any(parent => parent.ToString() == "JsonSerializerContext") == true)
        .GroupBy(one => one.file.Project, StringComparer.Ordinal)
        .Where(project => project.Count() > 1)
        .Select(project => new Violation(project.Last().file.Path, "serialisation", $"{project.Key} has {project.Count()} JsonSerializerContexts, limit 1"));

    /// <summary>One sealed exception type a package, with a code.</summary>
    public static IEnumerable<Violation> OneException(string project, IEnumerable<Type> types)
    {
        var exceptions = types.Where(type => type.IsSubclassOf(typeof(Exception))).ToList();
        if (exceptions.Count > 1)
            yield return new(project, "exceptions", $"{exceptions.Count} exception types ({string.Join(", ", exceptions.Select(one => one.Name))}), limit 1");
        foreach (var type in exceptions.Where(one => !one.IsSealed || one.GetProperty("Code")?.PropertyType.IsEnum != true))
            yield return new(project, "exceptions", $"{type.Name} is not sealed or has no enum Code");
    }

    private static IEnumerable<string> AttributesIn(SyntaxNode type) => type.DescendantNodes().OfType<AttributeSyntax>()
        .Select(attribute => attribute.Name.ToString().Split('.')[^1])
        .Select(name => name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name);
}
