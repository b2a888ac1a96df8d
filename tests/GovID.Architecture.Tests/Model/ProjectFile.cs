using System.Xml.Linq;

namespace GovID.Architecture.Tests.Model;

/// <summary>What a project file references.</summary>
internal sealed class ProjectFile(string path, string text)
{
    private readonly XDocument _document = XDocument.Parse(text);

    public string Path { get; } = path;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IReadOnlyList<string> Projects => [.. Included("ProjectReference").Select(one => System.IO.Path.GetFileNameWithoutExtension(one.Replace('\\', '/')))];

    public IReadOnlyList<string> Packages => Included("PackageReference");

    public IReadOnlyList<string> Frameworks => Included("FrameworkReference");

    public string? Property(string name) => _document.Descendants(name).FirstOrDefault()?.Value;

    private IReadOnlyList<string> Included(string element) =>
        [.. _document.Descendants(element).Select(one => one.Attribute("Include")?.Value).OfType<string>()];
}
