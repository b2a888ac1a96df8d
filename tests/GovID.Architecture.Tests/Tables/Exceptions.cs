namespace GovID.Architecture.Tests.Tables;

/// <summary>What the rules let pass, each with its reason. A line here is a decision, in a commit of its own.</summary>
internal static class Exceptions
{
    /// <summary>The seams of house style section 7, each in the project that calls it; adding one names its two sides.</summary>
    public static IReadOnlyList<(string Project, string Interface)> Seams { get; } =
    [
        ("GovID.Cryptography", "ISigner"), // software key, HSM or key module
        ("GovID.Dids", "IDidResolver"), // the methods in the project, did:indy by Ledger.Client
        ("GovID.AnonCreds", "IAnonCredsRegistry"), // the ledger, JSON files
        ("GovID.Ledger", "ILedgerTransport"), // ZeroMQ, seeded simulation
        ("GovID.Ledger.Validator", "ISequencer"), // in-process, etcd
        ("GovID.DidComm", "IDidCommTransport"), // HTTP, WebSocket
        ("GovID.AgentStore", "IRecordStore"), // SQLite, PostgreSQL
        ("GovID.Issuance", "IClaimSource"), // HTTP, CSV
    ];

    /// <summary>Folders that hold a list of like things and may be longer than fifteen files.</summary>
    public static IReadOnlyDictionary<string, string> LongFolders { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["src/GovID.Ledger/Requests/Operations"] = "one record for each operation and query",
        ["src/GovID.Ledger/Transactions/Handlers"] = "one handler for each transaction type",
        ["tests/GovID.Architecture.Tests/Rules"] = "one file for each rule",
    };

    /// <summary>Names with a banned ending that say exactly what the thing is.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SharedData"] = "finds the folder that everybody calls the shared data",
    };
}
