using System.Text;
using GovID.Ledger;
using GovID.Ledger.Genesis;
using GovID.Ledger.Queries;
using GovID.Ledger.Requests;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Bench.Fuzz.Targets.Ledger;

/// <summary>
/// A client's payload on its whole way: judged as it is, then signed by the trustee, so that damage gets past the signature to the rules,
/// handlers and queries. Batches are applied twice, must give the same roots, and are discarded without a trace.
/// </summary>
public sealed class RequestPipelineTarget : FuzzTarget
{
    private const long Time = 1_700_000_000;
    private static readonly SandboxNetwork Network = SandboxNetwork.Create(new SandboxOptions());

    private static readonly string[] Operations =
    [
        """{"type":"1","dest":"NKGKtcNwssToP5f7uhsEs4","role":"101","verkey":"~CGHoSykbaYtVEnEb89uXk9"}""",
        """{"type":"1","dest":"V4SGRU86Z58d6TV7PBUe6f","diddocContent":"{\"service\":[]}","version":2}""",
        """{"type":"100","dest":"V4SGRU86Z58d6TV7PBUe6f","raw":"{\"endpoint\":{\"ha\":\"127.0.0.1:5\"}}"}""",
        """{"type":"101","data":{"name":"degree","version":"1.0","attr_names":["age","name"]}}""",
        """{"type":"102","ref":7,"signature_type":"CL","tag":"t","data":{"primary":{"n":"1","s":"2","r":{"age":"3","master_secret":"9","name":"4"},"rctxt":"7","z":"8"}}}""",
        """{"type":"113","id":"V4SGRU86Z58d6TV7PBUe6f:4:V4SGRU86Z58d6TV7PBUe6f:3:CL:7:t:CL_ACCUM:r","credDefId":"V4SGRU86Z58d6TV7PBUe6f:3:CL:7:t","revocDefType":"CL_ACCUM","tag":"r","value":{"issuanceType":"ISSUANCE_BY_DEFAULT","maxCredNum":10,"publicKeys":{"accumKey":{"z":"1 0A"}},"tailsHash":"x","tailsLocation":"y"}}""",
        """{"type":"114","revocRegDefId":"V4SGRU86Z58d6TV7PBUe6f:4:V4SGRU86Z58d6TV7PBUe6f:3:CL:7:t:CL_ACCUM:r","revocDefType":"CL_ACCUM","value":{"accum":"1","revoked":[1,2]}}""",
        """{"type":"0","dest":"Gw6pDLhcBcoQesN72qfotTgFa7cbuqZpkX3Xo6pLhPhv","data":{"alias":"Node1","client_ip":"127.0.0.1","client_port":9702,"node_ip":"127.0.0.1","node_port":9701,"services":[]}}""",
        """{"type":"120","auth_type":"1","auth_action":"EDIT","field":"role","old_value":"0","new_value":"2","constraint":{"constraint_id":"OR","auth_constraints":[{"constraint_id":"ROLE","role":"0","sig_count":1,"need_to_be_owner":false,"metadata":{}}]}}""",
        """{"type":"5","version":"1","aml":{"click":"a click"}}""",
        """{"type":"4","version":"1","text":"t","ratification_ts":1600000000}""",
        """{"type":"9","ledgers_ids":[1001]}""",
        """{"type":"111","writes":false,"force":false}""",
        """{"type":"130","name":"flag","value":"on"}""",
        """{"type":"119"}""",
        """{"type":"3","data":1,"ledgerId":1}""",
        """{"type":"6","timestamp":1700000000}""",
        """{"type":"104","dest":"V4SGRU86Z58d6TV7PBUe6f","raw":"endpoint"}""",
        """{"type":"105","dest":"V4SGRU86Z58d6TV7PBUe6f","seqNo":1}""",
        """{"type":"117","revocRegDefId":"V4SGRU86Z58d6TV7PBUe6f:4:V4SGRU86Z58d6TV7PBUe6f:3:CL:7:t:CL_ACCUM:r","from":1,"to":1700000000}""",
        """{"type":"121","auth_type":"1","auth_action":"ADD","field":"role","new_value":"0"}""",
    ];

    private readonly PoolLedgers _ledgers = PoolLedgers.FromGenesis(Network.Genesis.Pool.Transactions, Network.Genesis.Domain.Transactions);

    /// <summary>Makes the target; its ledgers hold a schema, a credential definition and a registry for damaged requests to name.</summary>
    public RequestPipelineTarget()
    {
        foreach (var operation in Operations.Where(text => LedgerMap.Parse(text).FindText("type")!.Value is "101" or "102" or "113"))
        {
            if (RequestAdmission.Judge(Signed(LedgerMap.Parse(Envelope(operation))), _ledgers) is not Admission.Write write)
                continue;
            _ledgers.ApplyBatch(new BatchTerms(write.Handler.Ledger, Time), [write.Request]);
            _ledgers.Commit();
        }
    }

    public override string Name => "ledger-request-pipeline";

    public override bool IsJson => true;

    public override IEnumerable<byte[]> Words() =>
        ["\"endorser\""u8.ToArray(), "\"V4SGRU86Z58d6TV7PBUe6f\""u8.ToArray(), "18446744073709551616"u8.ToArray(), "\"ROLE\""u8.ToArray(), "\"*\""u8.ToArray(), "null"u8.ToArray()];

    public override IEnumerable<byte[]> Seeds() =>
    [
        .. Operations.Select(operation => Encoding.UTF8.GetBytes(Envelope(operation))),
        """{"op":"LEDGER_STATUS","ledgerId":0,"txnSeqNo":0,"merkleRoot":"G2eoAXuXXTLAmSwpXDRnQGqM4ZgUFwCPRDxPhGNKGTeF","viewNo":null,"ppSeqNo":null,"protocolVersion":2}"""u8.ToArray(),
        """{"op":"CATCHUP_REQ","ledgerId":1,"seqNoStart":1,"seqNoEnd":3,"catchupTill":3}"""u8.ToArray(),
        """{"op":"BATCH","messages":["{\"a\":1}"],"signature":null}"""u8.ToArray(),
    ];

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (ClientMessage.Read(input) is not ClientMessage.Message message)
            return;
        _ = ClientMessage.FindBatched(message.Map);
        if (message.Map.Contains("op"))
            _ = CatchUpAnswers.Answer(message.Map, _ledgers).Select(answer => answer.ToStateJsonBytes().Length).Sum();
        Take(RequestAdmission.Judge(message.Map, _ledgers));
        if (message.Map.FindMap("operation") is not null)
            Take(RequestAdmission.Judge(Signed(message.Map), _ledgers));
    }

    public override bool IsRefusal(Exception exception) => false;

    private static string Envelope(string operation) =>
        $$"""{"identifier":"V4SGRU86Z58d6TV7PBUe6f","operation":{{operation}},"protocolVersion":2,"reqId":1700000000000000001}""";

    // What cannot be read as a request cannot be signed; it goes on with what it carries.
    private static LedgerMap Signed(LedgerMap message)
    {
        try
        {
            using var key = Network.Trustee.OpenKey();
            return LedgerRequest.Parse(message.With("identifier", Network.Trustee.Did.Text).Without("signature").Without("signatures")).Sign(key).Raw;
        }
        catch (LedgerException)
        {
            return message;
        }
    }

    private void Take(Admission admission)
    {
        switch (admission)
        {
            case Admission.Write write:
                var (first, second) = (Apply(write), Apply(write));
                Refusal.Unless(first == second, "The same batch gave other roots the second time.");
                break;
            case Admission.Query query:
                _ = QueryHandlers.Find(query.Request.Type)!.Answer(query.Request, _ledgers) is QueryAnswer.Reply reply ? NodeMessages.Reply(reply.Result).ToStateJsonBytes() : [];
                break;
            case Admission.Act act:
                _ = act.Handler.CheckAgainstState(act.Request, _ledgers.View());
                _ = act.Handler.Answer(act.Request).ToStateJsonBytes();
                break;
            case Admission.Refused refused:
                _ = NodeMessages.Nack(refused).ToStateJsonBytes();
                break;
            default:
                break;
        }
    }

    private string Apply(Admission.Write write)
    {
        var before = Roots();
        var batch = _ledgers.ApplyBatch(new BatchTerms(write.Handler.Ledger, Time + 1), [write.Request]);
        var after = $"{Roots()} {batch.Outcomes[0].Verdict}";
        if (batch.Outcomes[0].Verdict is RequestVerdict.Reject reject)
            _ = NodeMessages.Reject(write.Request, reject).ToStateJsonBytes();
        _ledgers.Discard();
        Refusal.Unless(Roots() == before, "A discarded batch left a trace.");
        return after;
    }

    private string Roots() =>
        string.Join(' ', Enum.GetValues<LedgerId>().Select(id => $"{_ledgers[id].Log.Root} {_ledgers[id].State?.Root}"));
}
