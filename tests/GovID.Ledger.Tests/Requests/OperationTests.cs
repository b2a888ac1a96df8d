using GovID.Ledger.Requests;
using GovID.Ledger.Requests.Operations;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Requests;

public sealed class OperationTests
{
    private const string Did = "V4SGRU86Z58d6TV7PBUe6f";
    private const string Registry = $"{Did}:4:{Did}:3:CL:12:default:CL_ACCUM:rr1";

    public static TheoryData<string> Valid =>
    [
        $$$"""{"type":"1","dest":"{{{Did}}}","verkey":"~CoRER63DVYnWZtK8uAzNbx","role":null,"alias":"a"}""",
        $$$"""{"type":"1","dest":"{{{Did}}}","verkey":"GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL","version":1,"diddocContent":"{\"service\":[]}"}""",
        $$$"""{"type":"105","dest":"{{{Did}}}","timestamp":5}""",
        $$$"""{"type":"100","dest":"{{{Did}}}","raw":"{\"endpoint\":{\"ha\":\"127.0.0.1:5555\"}}"}""",
        $$$"""{"type":"100","dest":"{{{Did}}}","raw":"{\"endpoint\":null}"}""",
        $$$"""{"type":"104","dest":"{{{Did}}}","raw":"endpoint","seqNo":3}""",
        """{"type":"101","data":{"name":"n","version":"1.0","attr_names":["b","a"]}}""",
        $$$"""{"type":"107","dest":"{{{Did}}}","data":{"name":"n","version":"1.0.1"}}""",
        """{"type":"102","ref":12,"signature_type":"CL","tag":"t","data":{"primary":{}}}""",
        $$$"""{"type":"108","ref":12,"origin":"{{{Did}}}","signature_type":"CL","tag":"t"}""",
        $$$"""{"type":"113","id":"{{{Registry}}}","revocDefType":"CL_ACCUM","tag":"rr1","credDefId":"{{{Did}}}:3:CL:12:default","value":{"issuanceType":"ISSUANCE_BY_DEFAULT","maxCredNum":5,"publicKeys":{"accumKey":{"z":"1 0"}},"tailsHash":"h","tailsLocation":"l"}}""",
        $$$"""{"type":"114","revocRegDefId":"{{{Registry}}}","revocDefType":"CL_ACCUM","value":{"accum":"21 A","prevAccum":"21 B","issued":[1],"revoked":[2,3]}}""",
        $$$"""{"type":"115","id":"{{{Registry}}}"}""",
        $$$"""{"type":"116","revocRegDefId":"{{{Registry}}}","timestamp":5}""",
        $$$"""{"type":"117","revocRegDefId":"{{{Registry}}}","from":1,"to":2}""",
        """{"type":"0","dest":"4SWokCJWJc69Tn74VvLS6t2G2ucvXqM9FDMsWJjmsUxe","data":{"alias":"Node5","node_ip":"10.0.0.5","node_port":9709,"client_ip":"10.0.0.5","client_port":9710,"services":["VALIDATOR"],"blskey":"b","blskey_pop":"p"}}""",
        """{"type":"3","data":5,"ledgerId":3}""",
        """{"type":"4","version":"1.0","text":"t","ratification_ts":5}""",
        """{"type":"5","version":"1.0","aml":{"a":"b"},"amlContext":"c"}""",
        """{"type":"6","digest":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""",
        """{"type":"7","version":"1.0"}""",
        """{"type":"8"}""",
        """{"type":"9","ledgers_ids":[1001]}""",
        """{"type":"10"}""",
        """{"type":"111","writes":true,"force":false}""",
        """{"type":"109","name":"n","version":"2","action":"start","sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","schedule":{},"timeout":1,"justification":"j","reinstall":true,"force":true,"package":"p"}""",
        """{"type":"118","action":"cancel"}""",
        """{"type":"119"}""",
        """{"type":"120","auth_type":"1","auth_action":"EDIT","field":"role","old_value":"101","new_value":"0","constraint":{"constraint_id":"OR","auth_constraints":[{"constraint_id":"ROLE","role":null,"sig_count":1},{"constraint_id":"FORBIDDEN"}]}}""",
        """{"type":"122","rules":[{"auth_type":"101","auth_action":"ADD","field":"*","new_value":"*","constraint":{"constraint_id":"FORBIDDEN"}}]}""",
        """{"type":"121","auth_type":"1","auth_action":"ADD","field":"role","new_value":null}""",
        """{"type":"130","name":"n","value":null}""",
        """{"type":"131","name":"n","seqNo":4}""",
        """{"type":"9999","anything":[{"a":1.5}]}""",
    ];

    [Theory]
    [MemberData(nameof(Valid))]
    public void Reads_checks_and_writes_every_operation_with_unknown_members(string json)
    {
        var map = LedgerMap.Parse(json).With("unheard", LedgerMap.Of(("of", 1)));

        var operation = LedgerOperation.Parse(map);

        operation.CheckRules();
        operation.ToMap().ToStateJson().ShouldBe(map.ToStateJson());
        operation.GetType().Name.ShouldBe(json.Contains("9999", StringComparison.Ordinal) ? nameof(CustomOperation) : operation.GetType().Name);
    }

    /// <summary>Every member in turn becomes another kind: a typed refusal or, where the kind is free, the same value again.</summary>
    [Theory]
    [MemberData(nameof(Valid))]
    public void Refuses_members_of_a_wrong_kind_by_name(string json)
    {
        var map = LedgerMap.Parse(json);
        foreach (var (name, _) in map.Where(member => member.Key != "type"))
        {
            foreach (var value in (LedgerValue[])[LedgerValue.Null, 7, "x", true, LedgerList.Empty, LedgerMap.Empty])
                ReadOrRefuse(map.With(name, value), $"operation.{name}");
        }
    }

    [Theory]
    [InlineData("""{"type":"1","dest":"abc"}""", "operation.dest")]
    [InlineData("""{"type":"1","dest":"V4SGRU86Z58d6TV7PBUe6f","role":"5"}""", "operation.role")]
    [InlineData("""{"type":"1","dest":"V4SGRU86Z58d6TV7PBUe6f","verkey":"abc"}""", "operation.verkey")]
    [InlineData("""{"type":"1","dest":"V4SGRU86Z58d6TV7PBUe6f","version":3}""", "operation.version")]
    [InlineData("""{"type":"1","dest":"V4SGRU86Z58d6TV7PBUe6f","version":1}""", "operation.verkey")]
    [InlineData("""{"type":"1","dest":"V4SGRU86Z58d6TV7PBUe6f","version":2,"verkey":"GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL"}""", "operation.dest")]
    [InlineData("""{"type":"1","dest":"V4SGRU86Z58d6TV7PBUe6f","diddocContent":"{\"id\":\"x\"}"}""", "operation.diddocContent")]
    [InlineData("""{"type":"1","dest":"V4SGRU86Z58d6TV7PBUe6f","diddocContent":"{\"a\":[{\"id\":\"#verkey\"}]}"}""", "operation.diddocContent")]
    [InlineData("""{"type":"105","dest":"V4SGRU86Z58d6TV7PBUe6f","timestamp":5,"seqNo":5}""", "operation.seqNo")]
    [InlineData("""{"type":"100","dest":"V4SGRU86Z58d6TV7PBUe6f"}""", "operation.raw")]
    [InlineData("""{"type":"100","dest":"V4SGRU86Z58d6TV7PBUe6f","raw":"{}"}""", "operation.raw")]
    [InlineData("""{"type":"100","dest":"V4SGRU86Z58d6TV7PBUe6f","raw":"{\"endpoint\":{\"ha\":\"999.0.0.1:5\"}}"}""", "operation.raw")]
    [InlineData("""{"type":"100","dest":"V4SGRU86Z58d6TV7PBUe6f","hash":"abc"}""", "operation.hash")]
    [InlineData("""{"type":"101","data":{"name":"n","version":"1","attr_names":["a"]}}""", "operation.data.version")]
    [InlineData("""{"type":"101","data":{"name":"n","version":"1.0","attr_names":[]}}""", "operation.data.attr_names")]
    [InlineData("""{"type":"101","data":{"name":"n","version":"1.0","attr_names":[1]}}""", "operation.data.attr_names")]
    [InlineData("""{"type":"102","ref":12,"signature_type":"BBS","tag":"t","data":{"primary":{}}}""", "operation.signature_type")]
    [InlineData("""{"type":"102","ref":12,"signature_type":"CL","tag":"t","data":{}}""", "operation.data.primary")]
    [InlineData("""{"type":"114","revocRegDefId":"x","revocDefType":"CL_ACCUM","value":{"accum":"a"}}""", "operation.revocRegDefId")]
    [InlineData("""{"type":"0","dest":"abc","data":{"alias":"a"}}""", "operation.dest")]
    [InlineData("""{"type":"0","dest":"4SWokCJWJc69Tn74VvLS6t2G2ucvXqM9FDMsWJjmsUxe","data":{"alias":"a","blskey":"b"}}""", "operation.data.blskey_pop")]
    [InlineData("""{"type":"0","dest":"4SWokCJWJc69Tn74VvLS6t2G2ucvXqM9FDMsWJjmsUxe","data":{"alias":"a","services":["OBSERVER"]}}""", "operation.data.services")]
    [InlineData("""{"type":"9","ledgers_ids":[1]}""", "operation.ledgers_ids")]
    [InlineData("""{"type":"118","action":"stop"}""", "operation.action")]
    [InlineData("""{"type":"130","name":"latest","value":"x"}""", "operation.name")]
    [InlineData("""{"type":"120","auth_type":"1","auth_action":"EDIT","field":"role","new_value":"0","constraint":{"constraint_id":"FORBIDDEN"}}""", "operation.old_value")]
    [InlineData("""{"type":"120","auth_type":"1","auth_action":"ADD","field":"role","new_value":"0","constraint":{"constraint_id":"NOPE"}}""", "operation.constraint.constraint_id")]
    [InlineData("""{"type":"205"}""", "operation.type")]
    public void Refuses_what_breaks_a_field_rule(string json, string field) =>
        Should.Throw<LedgerException>(() => LedgerOperation.Parse(LedgerMap.Parse(json)).CheckRules()).Field.ShouldBe(field);

    [Fact]
    public void Refuses_constraints_that_nest_without_end()
    {
        var constraint = LedgerMap.Of(("constraint_id", "FORBIDDEN"));
        for (var i = 0; i < 30; i++)
            constraint = LedgerMap.Of(("constraint_id", "AND"), ("auth_constraints", new LedgerList(constraint)));

        var rule = new AuthorizationRule(new AuthorizationKey("1", AuthorizationKey.Add, "*"), constraint);

        Should.Throw<LedgerException>(rule.CheckRules).Code.ShouldBe(LedgerErrorCode.TooDeep);
    }

    [Fact]
    public void Routes_by_the_table_of_the_specification()
    {
        OperationType.RouteOf(LedgerMap.Of(("type", "105"))).ShouldBe(RequestRouting.StateProofRead);
        OperationType.RouteOf(LedgerMap.Of(("type", "121"))).ShouldBe(RequestRouting.ConsensusRead);
        OperationType.RouteOf(LedgerMap.Of(("type", "121"), ("auth_type", "1"))).ShouldBe(RequestRouting.StateProofRead);
        OperationType.RouteOf(LedgerMap.Of(("type", "119"))).ShouldBe(RequestRouting.Full);
        OperationType.RouteOf(LedgerMap.Of(("type", "10"))).ShouldBe(RequestRouting.Consensus);
        OperationType.RouteOf(LedgerMap.Of(("type", "4711"))).ShouldBe(RequestRouting.Consensus);
        OperationType.FindByName("CRED_DEF")!.Number.ShouldBe("102");
    }

    private static void ReadOrRefuse(LedgerMap map, string field)
    {
        try
        {
            LedgerOperation.Parse(map).ToMap().ToStateJson().ShouldBe(map.ToStateJson());
        }
        catch (LedgerException refusal)
        {
            refusal.Field.ShouldNotBeNull().ShouldStartWith(field);
        }
    }
}
