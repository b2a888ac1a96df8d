using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GovID.Architecture.Tests.Model;

/// <summary>A C# file: its path from the root of the repository, and its syntax.</summary>
internal sealed class SourceFile(string path, string text)
{
    private SyntaxNode? _root;

    public string Path { get; } = path;

    public string Text { get; } = text;

    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The project: the second part of the path.</summary>
    public string Project => Path.Split('/')[1];

    public bool IsShipped => Path.StartsWith("src/", StringComparison.Ordinal);

    public int LineCount => Text.Split('\n').Length - (Text.EndsWith('\n') ? 1 : 0);

    public SyntaxNode Root => _root ??= CSharpSyntaxTree.ParseText(Text).GetRoot();

    public IEnumerable<TNode> All<TNode>()
        where TNode : SyntaxNode => Root.DescendantNodes().OfType<TNode>();

    public string At(SyntaxNode node) => $"{Path}:{LineOf(node.SpanStart)}";

    public string At(SyntaxToken token) => $"{Path}:{LineOf(token.SpanStart)}";

    public int LineOf(int position) => Root.SyntaxTree.GetLineSpan(new(position, 0)).StartLinePosition.Line + 1;
}
