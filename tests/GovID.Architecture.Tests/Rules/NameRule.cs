using GovID.Architecture.Tests.Model;
using GovID.Architecture.Tests.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovID.Architecture.Tests.Rules;

/// <summary>House style 10: banned endings. House style 7: the list of seams. House style 5: what is internal.</summary>
internal static class NameRule
{
    private static readonly string[] BannedEndings = ["Helper", "Helpers", "Util", "Utils", "Utilities", "Manager", "Processor", "Impl", "Info", "Data"];

    public static IEnumerable<Violation> Names(SourceFile file)
    {
        foreach (var type in file.All<BaseTypeDeclarationSyntax>())
        {
            if (Fault(type) is { } fault && !Exceptions.Names.ContainsKey(type.Identifier.Text))
                yield return new(file.At(type.Identifier), "names", $"{type.Identifier.Text} {fault}");
        }
    }

    public static IEnumerable<Violation> Seams(SourceFile file)
    {
        foreach (var seam in file.All<InterfaceDeclarationSyntax>())
        {
            if (!Exceptions.Seams.Contains((file.Project, seam.Identifier.Text)))
                yield return new(file.At(seam.Identifier), "seams", $"{seam.Identifier.Text} is not in the list of house style 7 for {file.Project}");
        }
    }

    public static IEnumerable<Violation> Internals(SourceFile file)
    {
        foreach (var type in file.All<BaseTypeDeclarationSyntax>())
        {
            var space = type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
            var isDetail = space.Split('.').Contains("Internal", StringComparer.Ordinal) || file.Path.Contains("/Internal/", StringComparison.Ordinal);
            if (isDetail && type.Parent is not TypeDeclarationSyntax && type.Modifiers.Any(SyntaxKind.PublicKeyword))
                yield return new(file.At(type.Identifier), "internal", $"{type.Identifier.Text} is public in an Internal namespace or folder");
        }
    }

    private static string? Fault(BaseTypeDeclarationSyntax type)
    {
        var name = type.Identifier.Text;
        if (name.StartsWith("Default", StringComparison.Ordinal))
            return "begins with Default";
        if (Array.Find(BannedEndings, ending => name.EndsWith(ending, StringComparison.Ordinal)) is { } banned)
            return $"ends in {banned}";
        if (name.EndsWith("Base", StringComparison.Ordinal) && !type.Modifiers.Any(SyntaxKind.AbstractKeyword))
            return "ends in Base and is not abstract";
        var hosted = type.BaseList?.ToString() is { } bases && (bases.Contains("BackgroundService", StringComparison.Ordinal) || bases.Contains("IHostedService", StringComparison.Ordinal));
        return name.EndsWith("Service", StringComparison.Ordinal) && !hosted ? "ends in Service and is not a hosted one" : null;
    }
}
