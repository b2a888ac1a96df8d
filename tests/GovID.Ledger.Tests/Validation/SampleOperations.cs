using GovID.Ledger.Tests.Transactions;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Validation;

/// <summary>One well-formed operation of each type.</summary>
internal static class SampleOperations
{
    private const string Key = "~CoRER63DVYnWZtK8uAzNbx";
    private static readonly string Did = LocalPool.Trustee.Did.Text;
    private static readonly string CredentialDefinition = $"{Did}:3:CL:8:tag";
    private static readonly string Registry = $"{Did}:4:{CredentialDefinition}:CL_ACCUM:r";

    public static IReadOnlyList<LedgerMap> All { get; } =
    [
        LocalPool.NewNym(LocalPool.Newcomer, "101"),
        Map($$$"""{"type":"1","dest":"{{{Did}}}","verkey":"{{{Key}}}","diddocContent":"{\"a\":1}","version":2}"""),
        Map($$$"""{"type":"100","dest":"{{{Did}}}","raw":"{\"endpoint\":{\"ha\":\"127.0.0.1:1\"}}"}"""),
        Map($$$"""{"type":"100","dest":"{{{Did}}}","enc":"aa3f41f619aa7e5e6b6d0de555e05331"}"""),
        Map("""{"type":"101","data":{"name":"degree","version":"1.0","attr_names":["age","name"]}}"""),
        Map("""{"type":"102","ref":8,"signature_type":"CL","tag":"tag","data":{"primary":{"n":"1","s":"2","r":{"age":"3","master_secret":"9"},"rctxt":"7","z":"8"}}}"""),
        Map($$$"""{"type":"113","id":"{{{Registry}}}","credDefId":"{{{CredentialDefinition}}}","revocDefType":"CL_ACCUM","tag":"r","value":{"issuanceType":"ISSUANCE_BY_DEFAULT","maxCredNum":10,"publicKeys":{"accumKey":{"z":"1 0A"}},"tailsHash":"x","tailsLocation":"y"}}"""),
        Map($$$"""{"type":"114","revocRegDefId":"{{{Registry}}}","revocDefType":"CL_ACCUM","value":{"accum":"1","prevAccum":"0","revoked":[1,2],"issued":[]}}"""),
        Map("""{"type":"0","dest":"Gw6pDLhcBcoQesN72qfotTgFa7cbuqZpkX3Xo6pLhPhv","data":{"alias":"Node1","client_ip":"127.0.0.1","client_port":9702,"node_ip":"127.0.0.1","node_port":9701,"services":["VALIDATOR"]}}"""),
        Map("""{"type":"120","auth_type":"1","auth_action":"EDIT","field":"role","old_value":"0","new_value":"2","constraint":{"constraint_id":"AND","auth_constraints":[{"constraint_id":"ROLE","role":"0","sig_count":1,"need_to_be_owner":false,"metadata":{}}]}}"""),
        Map("""{"type":"122","rules":[{"auth_type":"1","auth_action":"ADD","field":"role","new_value":"0","constraint":{"constraint_id":"FORBIDDEN"}}]}"""),
        Map("""{"type":"5","version":"1","aml":{"click":"a click"},"amlContext":"c"}"""),
        Map("""{"type":"4","version":"1","text":"t","ratification_ts":1600000000}"""),
        Map("""{"type":"8"}"""),
        Map("""{"type":"9","ledgers_ids":[1001]}"""),
        Map("""{"type":"111","writes":true,"force":false}"""),
        Map("""{"type":"109","name":"n","version":"1.0.0","action":"cancel","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","justification":"j"}"""),
        Map("""{"type":"118","action":"cancel","datetime":"0"}"""),
        Map("""{"type":"119"}"""),
        Map("""{"type":"130","name":"flag","value":"on"}"""),
        Map("""{"type":"3","data":1,"ledgerId":1}"""),
        Map("""{"type":"6","version":"1"}"""),
        Map("""{"type":"7","timestamp":1700000000}"""),
        Map("""{"type":"10"}"""),
        Map($$$"""{"type":"104","dest":"{{{Did}}}","raw":"endpoint","timestamp":1700000000}"""),
        Map($$$"""{"type":"105","dest":"{{{Did}}}","seqNo":1}"""),
        Map($$$"""{"type":"107","dest":"{{{Did}}}","data":{"name":"degree","version":"1.0"}}"""),
        Map($$$"""{"type":"108","origin":"{{{Did}}}","ref":8,"signature_type":"CL","tag":"tag"}"""),
        Map($$$"""{"type":"115","id":"{{{Registry}}}"}"""),
        Map($$$"""{"type":"116","revocRegDefId":"{{{Registry}}}","timestamp":1700000000}"""),
        Map($$$"""{"type":"117","revocRegDefId":"{{{Registry}}}","from":1,"to":1700000000}"""),
        Map("""{"type":"121","auth_type":"1","auth_action":"ADD","field":"role","new_value":"0"}"""),
        Map("""{"type":"131","name":"flag","timestamp":1700000000}"""),
    ];

    private static LedgerMap Map(string json) => LocalPool.Operation(json);
}
