using System.Numerics;
using System.Text;
using GovID.Ledger.Genesis;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests;
using GovID.Ledger.Requests.Operations;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Requests;

public sealed class LedgerRequestTests
{
    private static readonly SandboxIdentity Trustee = new("Trustee1");
    private static readonly SandboxIdentity Author = new("Author1");
    private static readonly SandboxIdentity Endorser = new("Endorser1");

    [Fact]
    public void Signs_and_hashes_the_first_request_of_the_specification()
    {
        using var key = Trustee.OpenKey();
        var nym = new Nym(Endorser.Did) { Verkey = "~CGHoSykbaYtVEnEb89uXk9", Role = LedgerRole.Endorser, Alias = "endorser-1" };

        var request = LedgerRequest.Create(Trustee.Did, BigInteger.Parse("1700000001000000000", System.Globalization.CultureInfo.InvariantCulture), nym).Sign(key);

        request.Signature.ShouldBe("ri7n4XFTjbwRrRDfogWYdkWrbomhUhXhUv4zgGdauiBSeSoMFwmZQZ3Gj3ZMa5y3KgiShcdUJ2qoxh9wuYUdn9z");
        request.Digest.ShouldBe("ff6e5d5fb7456d9a9dd43af17532388497b5d3f5157e05c06d0d1a6f0b39abb8");
        request.PayloadDigest.ShouldBe("79fecee8350b123264e68d7b9443f645dd3cc76501eb25c77cba28d5f1a8a2bb");
        LedgerRequest.Parse(request.ToJson()).Raw.ToStateJson().ShouldBe(request.Raw.ToStateJson());
    }

    [Fact]
    public void Keeps_request_numbers_of_twenty_digits_exact()
    {
        var request = LedgerRequest.Create(Author.Did, ulong.MaxValue, new DisableAuthorAgreements());

        LedgerRequest.Parse(request.ToJson()).ReqId.ShouldBe(ulong.MaxValue);
        request.SigningText.ShouldEndWith("reqId:18446744073709551615");
    }

    [Fact]
    public void Moves_a_single_signature_beside_the_second_one()
    {
        using var author = Author.OpenKey();
        using var endorser = Endorser.OpenKey();
        var unsigned = Schema().WithEndorser(Endorser.Did).WithAcceptance(AgreementAcceptance.Create(AcceptedAgreement.Of("1", "t"), "m", 1_700_000_000));

        var signed = unsigned.Sign(author).AddSignature(Endorser.Did, endorser);

        signed.Signature.ShouldBeNull();
        signed.Signatures.Select(signature => signature.Key).ShouldBe([Author.Did, Endorser.Did]);
        signed.SigningText.ShouldBe(unsigned.SigningText);
        Verify(signed).ShouldBeOfType<SignatureVerdict.Accepted>().Signers.ShouldBe([Author.Did, Endorser.Did]);
    }

    [Fact]
    public async Task Signs_with_a_key_that_lives_elsewhere_just_the_same()
    {
        using var key = Author.OpenKey();
        var cancel = TestContext.Current.CancellationToken;

        (await Schema().SignAsync(key, cancel)).Raw.ToStateJson().ShouldBe(Schema().Sign(key).Raw.ToStateJson());
        (await Schema().AddSignatureAsync(Author.Did, key, cancel)).Raw.ToStateJson().ShouldBe(Schema().AddSignature(Author.Did, key).Raw.ToStateJson());
    }

    [Fact]
    public void Does_not_change_what_is_signed_already()
    {
        using var key = Author.OpenKey();
        var signed = Schema().Sign(key);

        Should.Throw<InvalidOperationException>(() => signed.WithEndorser(Endorser.Did));
        Should.Throw<InvalidOperationException>(() => Schema().AddSignature(Author.Did, key).Sign(key));
    }

    [Fact]
    public void Judges_every_way_in_which_signatures_can_be_wrong()
    {
        using var author = Author.OpenKey();
        using var endorser = Endorser.OpenKey();

        Verify(Schema()).ShouldBeOfType<SignatureVerdict.Missing>();
        Verify(Schema().Sign(endorser)).ShouldBeOfType<SignatureVerdict.Rejected>().Valid.ShouldBe(0);
        Verify(Schema().WithSignature(new byte[63])).ShouldBeOfType<SignatureVerdict.Rejected>();
        Verify(Schema().WithEndorser(Endorser.Did).Sign(author)).ShouldBeOfType<SignatureVerdict.EndorserMissing>();
        Verify(LedgerRequest.Parse(Schema().Raw.With("signature", "0OIl"))).ShouldBeOfType<SignatureVerdict.NotBase58>();
        RequestSignatures.Verify(Schema().Sign(author), _ => null).ShouldBeOfType<SignatureVerdict.UnknownSigner>().Signer.ShouldBe(Author.Did);
        Verify(Schema().Sign(author).AddSignature(Endorser.Did, author)).ShouldBeOfType<SignatureVerdict.Rejected>().Valid.ShouldBe(1);
    }

    [Fact]
    public void Refuses_a_signature_over_another_request()
    {
        using var author = Author.OpenKey();
        var signed = Schema().Sign(author);

        Verify(LedgerRequest.Parse(signed.Raw.With("reqId", 2))).ShouldBeOfType<SignatureVerdict.Rejected>();
    }

    [Fact]
    public void Takes_the_key_of_a_self_registration_from_the_request()
    {
        using var key = Author.OpenKey();
        var nym = new Nym(Author.Did) { Verkey = Verkey.Of(Author.PublicKey).Text };

        RequestSignatures.Verify(LedgerRequest.Create(Author.Did, 1, nym).Sign(key), _ => null).ShouldBeOfType<SignatureVerdict.Accepted>();
    }

    [Theory]
    [InlineData("""{"protocolVersion":1}""", "protocolVersion", LedgerErrorCode.OutOfRange)]
    [InlineData("""{"protocolVersion":"2"}""", "protocolVersion", LedgerErrorCode.WrongType)]
    [InlineData("""{"protocolVersion":2.0}""", "protocolVersion", LedgerErrorCode.WrongType)]
    [InlineData("""{"reqId":0}""", "reqId", LedgerErrorCode.OutOfRange)]
    [InlineData("""{"reqId":-5}""", "reqId", LedgerErrorCode.OutOfRange)]
    [InlineData("""{"reqId":18446744073709551616}""", "reqId", LedgerErrorCode.OutOfRange)]
    [InlineData("""{"reqId":1e3}""", "reqId", LedgerErrorCode.WrongType)]
    [InlineData("""{"reqId":"17"}""", "reqId", LedgerErrorCode.WrongType)]
    [InlineData("""{"identifier":"abc"}""", "identifier", LedgerErrorCode.Malformed)]
    [InlineData("""{"identifier":null}""", "identifier", LedgerErrorCode.WrongType)]
    [InlineData("""{"operation":[]}""", "operation", LedgerErrorCode.WrongType)]
    [InlineData("""{"operation":{}}""", "operation.type", LedgerErrorCode.MissingMember)]
    [InlineData("""{"operation":{"type":1}}""", "operation.type", LedgerErrorCode.WrongType)]
    [InlineData("""{"signature":"a","signatures":{}}""", "signatures", LedgerErrorCode.Inconsistent)]
    [InlineData("""{"signatures":{"NKGKtcNwssToP5f7uhsEs4":"a"}}""", "signatures", LedgerErrorCode.Inconsistent)]
    [InlineData("""{"signatures":{"V4SGRU86Z58d6TV7PBUe6f":1}}""", "signatures.V4SGRU86Z58d6TV7PBUe6f", LedgerErrorCode.WrongType)]
    [InlineData("""{"endorser":"NKGKtcNwssToP5f7uhsEs4","signatures":{"V4SGRU86Z58d6TV7PBUe6f":"a"}}""", "endorser", LedgerErrorCode.Inconsistent)]
    [InlineData("""{"taaAcceptance":{"taaDigest":"x","mechanism":"m","time":1}}""", "taaAcceptance.taaDigest", LedgerErrorCode.OutOfRange)]
    [InlineData("""{"taaAcceptance":{"mechanism":"m","time":1}}""", "taaAcceptance.taaDigest", LedgerErrorCode.MissingMember)]
    public void Refuses_an_envelope_and_names_the_field(string change, string field, LedgerErrorCode code)
    {
        var request = LedgerMap.Parse("""{"identifier":"V4SGRU86Z58d6TV7PBUe6f","operation":{"type":"8"},"protocolVersion":2,"reqId":1}""");
        foreach (var (name, value) in LedgerMap.Parse(change))
            request = request.With(name, value);

        var refusal = Should.Throw<LedgerException>(() => LedgerRequest.Parse(request.ToStateJsonBytes()));

        refusal.Field.ShouldBe(field);
        refusal.Code.ShouldBe(code);
    }

    [Fact]
    public void Refuses_doubled_members_depth_and_size()
    {
        Refusal("""{"reqId":1,"reqId":2}""").ShouldBe(LedgerErrorCode.DuplicateMember);
        Refusal(new string('[', 10_000)).ShouldBe(LedgerErrorCode.TooDeep);
        Refusal("\"" + new string('x', 131_072) + "\"").ShouldBe(LedgerErrorCode.TooLarge);
    }

    [Fact]
    public void Signs_unknown_members_but_hashes_only_those_of_the_specification()
    {
        var request = LedgerRequest.Parse("""{"identifier":"V4SGRU86Z58d6TV7PBUe6f","operation":{"type":"8","more":[1]},"protocolVersion":2,"reqId":1,"zzz":"q"}"""u8);

        request.SigningText.ShouldContain("zzz:q");
        request.PayloadText.ShouldNotContain("zzz");
        request.PayloadText.ShouldContain("more:1");
    }

    [Fact]
    public void Names_the_signers_in_place_of_a_missing_author()
    {
        var request = LedgerRequest.Parse("""{"signatures":{"V4SGRU86Z58d6TV7PBUe6f":"b","NKGKtcNwssToP5f7uhsEs4":"a"},"operation":{"type":"8"},"protocolVersion":2,"reqId":1}"""u8);

        request.Identifier.ShouldBeNull();
        request.PayloadText.ShouldStartWith("identifier:NKGKtcNwssToP5f7uhsEs4,V4SGRU86Z58d6TV7PBUe6f|");
    }

    private static LedgerErrorCode Refusal(string json) => Should.Throw<LedgerException>(() => LedgerRequest.Parse(Encoding.UTF8.GetBytes(json))).Code;

    private static LedgerRequest Schema() => LedgerRequest.Create(Author.Did, 1, new Schema("degree", "1.0", ["name"]));

    private static SignatureVerdict Verify(LedgerRequest request) => RequestSignatures.Verify(request, did =>
        did == Author.Did ? Author.PublicKey : did == Endorser.Did ? Endorser.PublicKey : null);
}
