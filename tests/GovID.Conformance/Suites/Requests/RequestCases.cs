using System.Text;
using System.Text.Json;
using GovID.Cryptography.Keys;
using GovID.Ledger;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests;
using GovID.Ledger.Requests.Operations;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Requests;

/// <summary>
/// The cases of <c>requests.json</c>: requests before and after signing, inputs that a client refuses, prepared acceptances of the author
/// agreement. Part of the suite <c>indy/reference</c>.
/// </summary>
public static class RequestCases
{
    private const string FileName = "requests.json";

    /// <summary>Reads the file and lists its cases.</summary>
    public static IEnumerable<ConformanceCase> Load(string folder)
    {
        var file = Vectors.Json(folder, FileName);
        var index = 0;
        foreach (var item in file.Items("requests"))
        {
            var name = $"{FileName} requests[{index++}] {item.Optional("name")}";
            yield return new ConformanceCase(name, () => Run(item));
        }

        index = 0;
        foreach (var item in file.Items("acceptance"))
            yield return new ConformanceCase($"{FileName} acceptance[{index++}]", () => AcceptanceCase.Run(item));
    }

    private static void Run(JsonElement item)
    {
        if (item.Optional("error") is not null)
            RefusedInputs.Run(item.Text("error"), item.Text("code"));
        else
            RunBuilt(item);
    }

    private static void RunBuilt(JsonElement item)
    {
        var unsigned = LedgerMap.Parse(item.Member("unsigned").GetRawText());
        var request = Rebuild(unsigned);
        Check.That("unsigned", request.Raw == unsigned, $"expected {unsigned}, built {request.Raw}");
        Check.Equal("signatureInput", item.Text("signatureInput"), request.SigningText);
        string[] together = ["signers", "signed", "bodyText"];
        if (!together.Any(member => item.Optional(member) is not null))
            return;

        var signed = Sign(request, [.. item.Items("signers").Select(seed => seed.GetString()!)], item.Member("signed").Optional("signatures") is not null);
        var expected = LedgerMap.Parse(item.Member("signed").GetRawText());
        Check.That("signed", LedgerRequest.Parse(expected).ToJson().AsSpan().SequenceEqual(signed.ToJson()), $"expected {expected}, built {signed.Raw}");
        Check.Equal("bodyText", item.Text("bodyText"), Encoding.UTF8.GetString(signed.ToJson()));
    }

    /// <summary>Takes the request apart into its types and builds it again from them.</summary>
    private static LedgerRequest Rebuild(LedgerMap unsigned)
    {
        var read = LedgerRequest.Parse(unsigned);
        var envelope = LedgerMap.Of(
            ("reqId", read.ReqId),
            ("protocolVersion", 2),
            ("operation", Reread(read).ToMap()),
            ("identifier", (read.Identifier ?? throw new MismatchException("the request has no identifier")).Text));
        string[] typed = ["reqId", "protocolVersion", "operation", "identifier", "endorser", "taaAcceptance"];
        foreach (var (name, value) in unsigned.Where(member => !typed.Contains(member.Key)))
            envelope = envelope.With(name, value);
        var request = LedgerRequest.Parse(envelope);
        if (read.Acceptance is { } acceptance)
            request = request.WithAcceptance(acceptance);
        return read.Endorser is { } endorser ? request.WithEndorser(endorser) : request;
    }

    /// <summary>The operation in its own type; a custom one of a known number that does not have that type's members goes as it is.</summary>
    private static LedgerOperation Reread(LedgerRequest request)
    {
        try
        {
            return request.ReadOperation();
        }
        catch (LedgerException)
        {
            return new CustomOperation(request.Type) { Additional = request.Operation.Without("type") };
        }
    }

    private static LedgerRequest Sign(LedgerRequest request, IReadOnlyList<string> seeds, bool several)
    {
        var first = true;
        foreach (var seed in seeds)
        {
            using var key = PrivateKey.Import(KeyType.Ed25519, Encoding.ASCII.GetBytes(seed));
            request = several && !first ? request.AddSignature(Verkey.LegacyDid(key.PublicKey), key) : request.Sign(key);
            first = false;
        }

        return request;
    }
}
