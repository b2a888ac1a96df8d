using GovID.Ledger;
using GovID.Ledger.Requests;

namespace GovID.Bench.Fuzz.Targets.Ledger;

/// <summary>Ledger requests: read, judged, hashed and written again; the digest survives the way to text and back.</summary>
public sealed class RequestTarget : FuzzTarget
{
    public override string Name => "ledger-requests";

    public override bool IsJson => true;

    public override IEnumerable<byte[]> Words() =>
        ["\"signatures\""u8.ToArray(), "\"taaAcceptance\""u8.ToArray(), "\"endorser\""u8.ToArray(), "\"raw\""u8.ToArray(), "\"100\""u8.ToArray(), "18446744073709551615"u8.ToArray(), "\"auth_constraints\""u8.ToArray()];

    public override IEnumerable<byte[]> Seeds() =>
    [
        """{"identifier":"V4SGRU86Z58d6TV7PBUe6f","operation":{"dest":"NKGKtcNwssToP5f7uhsEs4","role":"101","type":"1","verkey":"~CGHoSykbaYtVEnEb89uXk9"},"protocolVersion":2,"reqId":1700000000000000001,"signature":"a"}"""u8.ToArray(),
        """{"identifier":"V4SGRU86Z58d6TV7PBUe6f","endorser":"NKGKtcNwssToP5f7uhsEs4","operation":{"dest":"V4SGRU86Z58d6TV7PBUe6f","raw":"{\"endpoint\":{\"ha\":\"127.0.0.1:5\"}}","type":"100"},"protocolVersion":2,"reqId":1,"signatures":{"V4SGRU86Z58d6TV7PBUe6f":"a","NKGKtcNwssToP5f7uhsEs4":"b"},"taaAcceptance":{"mechanism":"m","taaDigest":"392b1cdb2b0e57c8e78a9e379afad82dcf1f83b8b65ae260496f28ee6976be2b","time":1699920000}}"""u8.ToArray(),
        """{"identifier":"V4SGRU86Z58d6TV7PBUe6f","operation":{"rules":[{"auth_action":"EDIT","auth_type":"1","constraint":{"auth_constraints":[{"constraint_id":"ROLE","role":null,"sig_count":1}],"constraint_id":"OR"},"field":"role","new_value":"0","old_value":"101"}],"type":"122"},"protocolVersion":2,"reqId":5}"""u8.ToArray(),
        """{"identifier":"V4SGRU86Z58d6TV7PBUe6f","operation":{"a":1.5,"b":1e300,"c":[null,true,{}],"type":"9999"},"protocolVersion":2,"reqId":7}"""u8.ToArray(),
    ];

    public override void Run(ReadOnlySpan<byte> input)
    {
        var request = LedgerRequest.Parse(input);
        _ = (request.SigningText, OperationType.RouteOf(request.Operation));
        if (LedgerRequest.Parse(request.ToJson()).Digest != request.Digest)
            throw new InvalidOperationException("A request was changed by writing it.");
        _ = RequestSignatures.Verify(request, _ => null);
        request.ReadOperation().CheckRules();
    }

    public override bool IsRefusal(Exception exception) => exception is LedgerException;
}
