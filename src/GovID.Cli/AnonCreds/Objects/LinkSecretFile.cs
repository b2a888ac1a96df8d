using System.CommandLine;
using System.Text;
using GovID.AnonCreds.Credentials;

namespace GovID.Cli.AnonCreds.Objects;

/// <summary>The file with a link secret: its decimal digits.</summary>
internal static class LinkSecretFile
{
    public static Option<string> Option { get; } = ObjectFile.Needed("--link-secret", "The file with the link secret: decimal digits.");

    public static LinkSecret Read(ReadOnlySpan<byte> utf8) => LinkSecret.Parse(Encoding.UTF8.GetString(utf8).Trim());
}
