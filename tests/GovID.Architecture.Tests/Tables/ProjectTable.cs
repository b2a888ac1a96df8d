namespace GovID.Architecture.Tests.Tables;

/// <summary>A project of the house: its layer, what it may reference, and which packages beyond its layer's.</summary>
internal sealed record ProjectRow(int Layer, string Name, string[] MayReference, string[] Packages)
{
    /// <summary>Libraries below the modules; Hosting is for our own programs.</summary>
    public bool IsPackable => Layer <= 3 && Name != "GovID.Hosting";
}

/// <summary>The table of house style section 4, with the references that come later.</summary>
internal static class ProjectTable
{
    private const string AspNet = "Microsoft.AspNetCore.App";

    public static IReadOnlyList<ProjectRow> Rows { get; } =
    [
        Row(0, "Cryptography", ""),
        Row(1, "Jose", "Cryptography"),
        Row(1, "Dids", "Cryptography"),
        Row(1, "AnonCreds", "Cryptography"),
        Row(1, "Ledger", "Cryptography"),
        Row(2, "SdJwt", "Jose Cryptography"),
        Row(2, "OAuth", "Jose Cryptography"),
        Row(2, "DidComm", "Jose Dids Cryptography"),
        Row(2, "Ledger.Client", "Ledger Dids AnonCreds Cryptography"),
        Row(2, "Ledger.Validator", "Ledger Cryptography"),
        Row(2, "AgentStore", "Cryptography", "Npgsql", "Dapper", "Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3"),
        Row(3, "OpenId4Vci", "OAuth Jose Cryptography"),
        Row(3, "OpenId4Vp", "OAuth Jose Cryptography"),
        Row(3, "Aries", "DidComm Dids AnonCreds Cryptography"),
        Row(3, "Hosting", "", AspNet),
        Row(4, "Agent", "Aries DidComm Dids AgentStore Hosting Cryptography"),
        Row(4, "OpenIdProvider", "AgentStore Jose Hosting Cryptography OAuth"),
        Row(5, "Verification", "Agent Aries DidComm Dids AnonCreds AgentStore Hosting Cryptography OpenId4Vp OAuth SdJwt Jose", "MediatR"),
        Row(5, "Holder", "Agent Aries DidComm Dids AnonCreds AgentStore Hosting Cryptography OpenId4Vci OpenId4Vp OAuth SdJwt Jose"),
        Row(6, "Issuance", "Verification Agent Aries DidComm Dids AnonCreds AgentStore Hosting Cryptography OpenId4Vci OAuth SdJwt Jose", "MediatR"),
        Row(7, "IssuerAgent", "Issuance Verification Agent AgentStore Ledger.Client Ledger AnonCreds Dids Cryptography Hosting"),
        Row(7, "Bridge", "OpenIdProvider Verification Agent AgentStore Ledger.Client AnonCreds Dids Cryptography Hosting"),
        Row(7, "Explorer", "Ledger.Client Ledger Hosting"),
        Row(7, "PortalSample", ""),
        Row(8, "Cli", "IssuerAgent Bridge PortalSample Holder Agent Hosting AgentStore Ledger.Validator Ledger.Client Ledger AnonCreds Dids Cryptography Explorer"),
    ];

    /// <summary>Packages that a layer adds to those below it. Names may end in a star.</summary>
    public static IReadOnlyList<(int FromLayer, string Package)> LayerPackages { get; } =
    [
        (0, "Microsoft.Extensions.*.Abstractions"),
        (4, AspNet), (4, "YamlDotNet"), (4, "CsvHelper"), (4, "JsonSchema.Net"), (4, "NodaTime"), (4, "QRCoder"), (4, "Polly"),
        (7, "Radzen.Blazor"), (7, "OpenTelemetry*"),
        (8, "System.CommandLine"), (8, "Spectre.Console"),
    ];

    public static ProjectRow? Find(string name) => Rows.FirstOrDefault(row => row.Name == name);

    private static ProjectRow Row(int layer, string name, string references, params string[] packages) => new(
        layer,
        "GovID." + name,
        [.. references.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => "GovID." + one)],
        packages);
}
