using GovID.AnonCreds;
using GovID.Cryptography;
using GovID.Dids;
using GovID.Hosting;
using GovID.Ledger;
using GovID.Ledger.Client;

namespace GovID.Cli.Shell;

/// <summary>What a script and a person are told when a command fails: the one place that maps exceptions to codes.</summary>
internal sealed record Failure(ExitCode Exit, string Code, string Detail, string? Field = null)
{
    // The sentence about a ledger's file names the last member only; a file of many nodes needs the whole path.
    private bool TellsPeopleTheField { get; init; }

    /// <summary>Maps whatever a command threw.</summary>
    public static Failure Of(Exception error) => error switch
    {
        CliException mine => new(ExitOf(mine.Code), ErrorAreas.Code(mine.Code), mine.Message, mine.Field),
        HostingException host => new(ExitOf(host.Code), ErrorAreas.Code(host.Code), host.Message, host.Field),
        CryptoException crypto => new(ExitOf(crypto.Code), ErrorAreas.Code(crypto.Code), crypto.Message, crypto.Field),
        DidException did => new(ExitCode.Refused, ErrorAreas.Code(did.Code), did.Message, did.Field),
        LedgerException { Line: { } line } ledger =>
            new(ExitCode.Refused, ErrorAreas.Code(ledger.Code), $"line {line}: {ledger.Message}", ledger.Field) { TellsPeopleTheField = true },
        LedgerException ledger => new(ExitCode.Refused, ErrorAreas.Code(ledger.Code), ledger.Message, ledger.Field) { TellsPeopleTheField = true },
        LedgerClientException client => new(ExitCode.Refused, ErrorAreas.Code(client.Code), client.Message, client.Field),
        AnonCredsException anonCreds => new(ExitCode.Refused, ErrorAreas.Code(anonCreds.Code), anonCreds.Message, anonCreds.Field),
        OperationCanceledException => new(ExitCode.Interrupted, ErrorAreas.Code(CliErrorCode.Interrupted), "Interrupted."),
        IOException or UnauthorizedAccessException =>
            new(ExitCode.Environment, ErrorAreas.Code(CliErrorCode.FileUnwritable), error.Message),
        _ => new(ExitCode.Environment, ErrorAreas.Code(CliErrorCode.Unexpected),
            $"This is a fault of the program ({error.GetType().Name}: {error.Message}). Report it together with the command line."),
    };

    /// <summary>Writes it: one JSON object for scripts, a sentence for people.</summary>
    public void WriteTo(TextWriter errors, bool json)
    {
        if (!json)
        {
            var place = TellsPeopleTheField && Field is not null && !Detail.Contains(Field, StringComparison.Ordinal) ? $" (at {Field})" : string.Empty;
            errors.WriteLine($"govid: {Detail}{place}");
            return;
        }

        errors.WriteLine(Output.Render(document =>
        {
            document.WriteStartObject("error");
            document.WriteString("code", Code);
            document.WriteString("detail", Detail);
            document.WriteString("field", Field);
            document.WriteEndObject();
        }));
    }

    /// <summary>The exit code of one member of an enum of codes.</summary>
    internal static ExitCode ExitOf(Type codes, string member)
    {
        var code = Enum.Parse(codes, member);
        return code switch
        {
            CliErrorCode mine => ExitOf(mine),
            HostingErrorCode host => ExitOf(host),
            CryptoErrorCode crypto => ExitOf(crypto),
            _ => ExitCode.Refused,
        };
    }

    private static ExitCode ExitOf(HostingErrorCode code) =>
        code == HostingErrorCode.DataFolderUnknown ? ExitCode.Refused : ExitCode.Environment;

    private static ExitCode ExitOf(CryptoErrorCode code) =>
        code == CryptoErrorCode.BackEndMissing ? ExitCode.Environment : ExitCode.Refused;

    private static ExitCode ExitOf(CliErrorCode code) => code switch
    {
        CliErrorCode.Usage => ExitCode.Usage,
        CliErrorCode.FileUnreadable or CliErrorCode.FileTooLarge or CliErrorCode.DataRefused => ExitCode.Refused,
        CliErrorCode.Unreachable => ExitCode.Unreachable,
        CliErrorCode.Interrupted => ExitCode.Interrupted,
        _ => ExitCode.Environment,
    };
}
