using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GovID.Ledger.Requests;

namespace GovID.Ledger.Tests.Requests;

/// <summary>Whatever arrives, reading a request answers: a request, or a refusal of the package.</summary>
public sealed class RequestPropertyTests
{
    private const string Good =
        """{"identifier":"V4SGRU86Z58d6TV7PBUe6f","operation":{"data":{"attr_names":["a"],"name":"n","version":"1.0"},"type":"101"},"protocolVersion":2,"reqId":1700000000000000001,"signatures":{"V4SGRU86Z58d6TV7PBUe6f":"a"},"taaAcceptance":{"mechanism":"m","taaDigest":"392b1cdb2b0e57c8e78a9e379afad82dcf1f83b8b65ae260496f28ee6976be2b","time":1699920000}}""";

    [Fact]
    public void Survives_any_change_of_bytes() =>
        Prop.ForAll<(int At, byte With, int Cut)>(change => Reads(Damage(change.At, change.With, change.Cut))).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void Writes_again_what_it_read()
    {
        var request = LedgerRequest.Parse(Encoding.UTF8.GetBytes(Good));

        Encoding.UTF8.GetString(request.ToJson()).ShouldBe(Good);
        LedgerRequest.Parse(request.Raw.With("operation", request.ReadOperation().ToMap())).Raw.ToStateJson().ShouldBe(request.Raw.ToStateJson());
    }

    private static byte[] Damage(int at, byte with, int cut)
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        bytes[(int)((uint)at % (uint)bytes.Length)] = with;
        return cut % 3 == 0 ? bytes[..(int)((uint)cut % (uint)bytes.Length)] : bytes;
    }

    private static bool Reads(byte[] bytes)
    {
        if (!LedgerRequest.TryParse(bytes, out var request))
            return true;
        try
        {
            request.ReadOperation().CheckRules();
            _ = (request.SigningText, request.Digest, request.PayloadDigest);
        }
        catch (LedgerException)
        {
            return true;
        }

        return LedgerRequest.Parse(request.ToJson()).Digest == request.Digest;
    }
}
