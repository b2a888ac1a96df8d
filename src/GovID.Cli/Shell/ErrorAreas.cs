using GovID.AnonCreds;
using GovID.Cryptography;
using GovID.Dids;
using GovID.Hosting;
using GovID.Ledger;
using GovID.Ledger.Client;

namespace GovID.Cli.Shell;

/// <summary>The first word of each package's codes: <c>ledger</c> in <c>ledger.too_deep</c>.</summary>
internal static class ErrorAreas
{
    /// <summary>Every enum of codes and its area; <c>docs/errors.md</c> lists them all.</summary>
    public static IReadOnlyDictionary<Type, string> All { get; } = new Dictionary<Type, string>
    {
        [typeof(CliErrorCode)] = "cli",
        [typeof(HostingErrorCode)] = "hosting",
        [typeof(CryptoErrorCode)] = "crypto",
        [typeof(DidErrorCode)] = "did",
        [typeof(LedgerErrorCode)] = "ledger",
        [typeof(LedgerClientErrorCode)] = "ledger_client",
        [typeof(AnonCredsErrorCode)] = "anoncreds",
    };

    /// <summary>The dotted code of one member.</summary>
    public static string Code<TCode>(TCode code)
        where TCode : struct, Enum => DottedCode.Of(All[typeof(TCode)], code);
}
