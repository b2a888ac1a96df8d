using System.Text;
using System.Text.Json;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Ledger.Genesis;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests;

namespace GovID.Conformance.Suites.Golden;

/// <summary><c>indy/ledger</c>: ledgers computed step by step for the four-node sandbox, each step and each query with every field.</summary>
public sealed class LedgerSuite : Suite
{
    private const string LedgerFile = "golden-ledger.json";
    private const string ConfigFile = "golden-config-ledger.json";
    private const string PoolFile = "golden-pool-state.json";
    private const string DisableAgreements = "8";

    /// <inheritdoc/>
    public override string Path => "indy/ledger";

    /// <inheritdoc/>
    public override IEnumerable<ConformanceCase> Load(string folder)
    {
        (string File, Func<IEnumerable<ConformanceCase>> Load)[] parts =
        [
            (LedgerFile, () => LoadLedger(Vectors.Json(folder, LedgerFile))),
            (ConfigFile, () => LoadConfig(Vectors.Json(folder, ConfigFile))),
            (PoolFile, () => LoadPool(Vectors.Json(folder, PoolFile))),
        ];
        return parts.SelectMany(part => SuiteParts.Load(part.File, part.Load));
    }

    private static IEnumerable<ConformanceCase> LoadLedger(JsonElement file)
    {
        var run = new Lazy<GoldenRun>(() => GoldenRun.Of(file, "queriesAtEnd", GoldenPool.DomainGenesis(file), LedgerId.Domain));
        return
        [
            .. file.Items("participants").Select((one, index) => new ConformanceCase($"{LedgerFile} participants[{index}]", () => CheckParticipant(one))),
            new ConformanceCase($"{LedgerFile} version2Did", () => CheckSelfCertified(file)),
            new ConformanceCase($"{LedgerFile} poolStateRoot_b58", () => Check.Equal("poolStateRoot_b58", file.Text("poolStateRoot_b58"), run.Value.Ledgers[LedgerId.Pool].State!.Committed.Root.ToString())),
            new ConformanceCase($"{LedgerFile} poolLedgerRoot_b58", () => Check.Equal("poolLedgerRoot_b58", file.Text("poolLedgerRoot_b58"), run.Value.Ledgers[LedgerId.Pool].CommittedRoot.ToString())),
            .. file.Items("domainGenesis").Select((one, index) => new ConformanceCase($"{LedgerFile} domainGenesis[{index}]", () => GenesisChecks.Run(file, one, index))),
            .. Steps(LedgerFile, file, run),
            .. Queries(LedgerFile, file, "queriesAtEnd", run),
            new ConformanceCase($"{LedgerFile} final", () => CheckFinal(file.Member("final"), run.Value)),
        ];
    }

    private static IEnumerable<ConformanceCase> LoadConfig(JsonElement file)
    {
        var domain = SandboxNetwork.Create(new SandboxOptions()).Genesis.Domain.Transactions;
        var run = new Lazy<GoldenRun>(() => GoldenRun.Of(file, "queriesBeforeDisable", domain, LedgerId.Config, DisableAgreements));
        return
        [
            new ConformanceCase($"{ConfigFile} trustee", () => CheckParticipant(file.Member("trustee"))),
            .. Steps(ConfigFile, file, run),
            .. Queries(ConfigFile, file, "queriesBeforeDisable", run),
        ];
    }

    private static IEnumerable<ConformanceCase> LoadPool(JsonElement file)
    {
        var state = GovID.Ledger.Transactions.PoolLedgers
            .FromGenesis(SandboxNetwork.Create(new SandboxOptions()).Genesis.Pool.Transactions, [])[LedgerId.Pool].State!.Committed;
        return
        [
            .. file.Items("entries").Select((entry, index) => new ConformanceCase(
                $"{PoolFile} entries[{index}]",
                () => Check.Equal("value", entry.Text("value"), state.Get(Encoding.UTF8.GetBytes(entry.Text("key"))) is { } value ? Encoding.UTF8.GetString(value) : null))),
            new ConformanceCase($"{PoolFile} root_b58", () => Check.Equal("root_b58", file.Text("root_b58"), state.Root.ToString())),
        ];
    }

    private static IEnumerable<ConformanceCase> Steps(string name, JsonElement file, Lazy<GoldenRun> run) => file.Items("steps").Select(
        (step, index) => new ConformanceCase($"{name} steps[{index}] {step.Optional("name")}", () => GoldenChecks.Step(step, run.Value.Step(index))));

    private static IEnumerable<ConformanceCase> Queries(string name, JsonElement file, string member, Lazy<GoldenRun> run) => file.Items(member).Select(
        (query, index) => new ConformanceCase($"{name} {member}[{index}] {query.Optional("name")}", () => GoldenChecks.Query(query, run.Value, index)));

    private static void CheckParticipant(JsonElement participant)
    {
        using var key = PrivateKey.Import(KeyType.Ed25519, Encoding.ASCII.GetBytes(participant.Text("seed")));
        Check.Equal("did", participant.Text("did"), Verkey.LegacyDid(key.PublicKey).Text);
        if (participant.Optional("verkey") is { } verkey)
            Check.Equal("verkey", verkey.GetString(), Base58.Encode(key.PublicKey.Export()));
        if (participant.Optional("abbrev") is { } abbreviated)
            Check.Equal("abbrev", abbreviated.GetString(), Verkey.Abbreviate(key.PublicKey).Text);
    }

    private static void CheckSelfCertified(JsonElement file)
    {
        var operation = file.Items("steps").Select(step => step.Member("request").Member("operation"))
            .FirstOrDefault(one => one.Optional("version") is { ValueKind: JsonValueKind.Number } version && version.GetInt32() == 2);
        var key = PublicKey.Import(KeyType.Ed25519, Base58.Decode(operation.Text("verkey")));
        Check.Equal("version2Did", file.Text("version2Did"), Verkey.SelfCertifyingDid(key).Text);
    }

    private static void CheckFinal(JsonElement final, GoldenRun run)
    {
        var domain = run.Ledgers[LedgerId.Domain];
        Check.Equal("size", final.Member("size").GetInt64(), domain.CommittedSize);
        Check.Equal("txnRoot_b58", final.Text("txnRoot_b58"), domain.CommittedRoot.ToString());
        Check.Equal("stateRoot_b58", final.Text("stateRoot_b58"), domain.State!.Committed.Root.ToString());
    }
}
