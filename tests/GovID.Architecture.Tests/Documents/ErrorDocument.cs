using System.Globalization;
using System.Text;
using System.Xml.Linq;
using GovID.Cli.Shell;
using GovID.Hosting;
using GovID.Hosting.Problems;

namespace GovID.Architecture.Tests.Documents;

/// <summary><c>docs/errors.md</c> as the code says it must read.</summary>
internal static class ErrorDocument
{
    private const string Opening = """
        # Error codes

        Generated from the code; a test holds it equal. Codes are stable and never reused. HTTP answers carry them as `code` and in `type`
        (`/errors/{code}`), commands in `--json` errors, logs in their fields. The short code is what a person reads.


        """;

    public static string Text()
    {
        var text = new StringBuilder(Opening);
        text.Append("## HTTP\n\n| code | short code | status | meaning |\n|---|---|---|---|\n");
        foreach (var row in new ErrorTable(HttpErrors.Rows).Rows)
            text.Append(CultureInfo.InvariantCulture, $"| `{row.Code}` | {row.ShortCode} | {ProblemDetailsMapping.Status(row.Kind)} | {row.Meaning} |\n");
        foreach (var (type, area) in ErrorAreas.All.OrderBy(one => one.Value, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {type.Assembly.GetName().Name}: `{area}`\n\n| code | exit code | meaning |\n|---|---|---|\n");
            foreach (var member in Enum.GetNames(type).OrderBy(name => DottedCode.Of(area, name), StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"| `{DottedCode.Of(area, member)}` | {(int)Failure.ExitOf(type, member)} | {Meaning(type, member)} |\n");
        }

        return text.ToString();
    }

    /// <summary>The summary that stands above the member.</summary>
    private static string Meaning(Type type, string member)
    {
        var documentation = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml"));
        var summary = documentation.Descendants("member")
            .FirstOrDefault(one => one.Attribute("name")?.Value == $"F:{type.FullName}.{member}")?.Element("summary");
        return string.Join(' ', (summary?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
