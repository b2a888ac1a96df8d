using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Genesis;
using GovID.Ledger.Queries;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Transactions;

/// <summary>The ledgers of a four-node network, and its people who sign whatever a test wants.</summary>
internal sealed class LocalPool
{
    private static readonly SandboxNetwork Network = SandboxNetwork.Create(new SandboxOptions());

    private long _time = 1_700_000_000;
    private long _reqId = 1_700_000_000_000_000_000;

    public PoolLedgers Ledgers { get; } =
        PoolLedgers.FromGenesis(Network.Genesis.Pool.Transactions, Network.Genesis.Domain.Transactions);

    public static SandboxIdentity Trustee => Network.Trustee;

    public static SandboxIdentity Steward => Network.Stewards[0];

    /// <summary>An identity that the ledger does not know yet.</summary>
    public static SandboxIdentity Newcomer { get; } = new("Newcomer");

    public LedgerBook Domain => Ledgers[LedgerId.Domain];

    public static LedgerMap Operation(string json) => LedgerMap.Parse(json);

    public static LedgerMap NewNym(SandboxIdentity who, string? role = null)
    {
        var nym = LedgerMap.Of(("type", "1"), ("dest", who.Did.Text), ("verkey", Base58.Encode(who.PublicKey.Export())));
        return role is null ? nym : nym.With("role", role);
    }

    /// <summary>A request with a number of its own, signed by its author.</summary>
    public LedgerRequest Request(SandboxIdentity author, LedgerMap operation, params (string Member, LedgerValue Value)[] more)
    {
        var request = LedgerMap.Of(
            ("identifier", author.Did.Text), ("reqId", ++_reqId), ("operation", operation), ("protocolVersion", 2));
        foreach (var (member, value) in more)
            request = request.With(member, value);
        using var key = author.OpenKey();
        return LedgerRequest.Parse(request).Sign(key);
    }

    public Admission Judge(LedgerRequest request) => RequestAdmission.Judge(request.Raw, Ledgers);

    /// <summary>Writes requests of one ledger in one batch and commits it.</summary>
    public AppliedBatch Write(params LedgerRequest[] requests)
    {
        var ledger = TransactionHandlers.Find(requests[0].Type)!.Ledger;
        Ledgers.ApplyBatch(new BatchTerms(ledger, ++_time), requests);
        return Ledgers.Commit();
    }

    /// <summary>Judges and writes one request; the verdict of whichever stage refuses it.</summary>
    public RequestVerdict Send(SandboxIdentity author, LedgerMap operation, params (string Member, LedgerValue Value)[] more)
    {
        var request = Request(author, operation, more);
        return Judge(request) switch
        {
            Admission.Refused refused => new RequestVerdict.Nack(refused.Reason),
            Admission.Write => Write(request).Outcomes[0].Verdict,
            var other => throw new InvalidOperationException($"The request is no write: {other}."),
        };
    }

    /// <summary>The result of a query.</summary>
    public LedgerMap Ask(LedgerMap operation)
    {
        var admission = Judge(Request(Trustee, operation));
        var query = admission.ShouldBeOfType<Admission.Query>($"{admission}");
        return QueryHandlers.Find(query.Request.Type)!.Answer(query.Request, Ledgers).ShouldBeOfType<QueryAnswer.Reply>().Result;
    }

    public static string ReasonOf(RequestVerdict verdict) => verdict switch
    {
        RequestVerdict.Nack nack => $"NACK {nack.Reason}",
        RequestVerdict.Reject reject => $"REJECT {reject.Reason}",
        _ => "OK",
    };

    /// <summary>Everything that two equal nodes must have alike.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        foreach (var id in Enum.GetValues<LedgerId>())
            text.Append(id).Append(Ledgers[id].Size).Append(Ledgers[id].Log.Root).Append(Ledgers[id].State?.Root).Append(Ledgers[id].CommittedRoot);
        return text.ToString();
    }
}
