using System.Numerics;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Internal;

/// <summary>The checked parts of an envelope.</summary>
internal sealed record RequestForm(LedgerDid? Identifier, BigInteger ReqId, LedgerMap Operation)
{
    private const int ProtocolVersion = 2;
    private const int LongestSignature = 512;

    public required string Type { get; init; }

    public string? Signature { get; private init; }

    public IReadOnlyList<KeyValuePair<LedgerDid, string>> Signatures { get; private init; } = [];

    public LedgerDid? Endorser { get; private init; }

    public AgreementAcceptance? Acceptance { get; private init; }

    /// <summary>Checks form and the rules of specification 6.1 in their order; the operation only for its type.</summary>
    public static RequestForm Check(LedgerMap raw)
    {
        var reader = new OperationReader(raw, string.Empty);
        CheckProtocol(reader);
        var operation = reader.Map("operation");
        var form = new RequestForm(reader.OptionalDid("identifier"), CheckReqId(reader), operation)
        {
            Type = new OperationReader(operation).Text("type"),
            Signature = reader.OptionalText("signature"),
            Signatures = ReadSignatures(reader),
            Endorser = reader.OptionalDid("endorser"),
            Acceptance = reader.OptionalMap("taaAcceptance") is { } acceptance ? AgreementAcceptance.Parse(acceptance) : null,
        };
        form.CheckSigners(raw);
        return form;
    }

    private static void CheckProtocol(OperationReader reader)
    {
        var version = reader.Integer("protocolVersion");
        reader.Require(version == ProtocolVersion, "protocolVersion", "must be 2");
    }

    private static BigInteger CheckReqId(OperationReader reader)
    {
        var reqId = reader.Integer("reqId");
        reader.Require(reqId.Sign > 0 && reqId <= ulong.MaxValue, "reqId", "is greater than 0 and fits 64 bits");
        return reqId;
    }

    private static List<KeyValuePair<LedgerDid, string>> ReadSignatures(OperationReader reader)
    {
        if (reader.OptionalMap("signatures") is not { } map)
            return [];

        var signatures = new List<KeyValuePair<LedgerDid, string>>(map.Count);
        foreach (var (did, value) in map)
        {
            var text = value is LedgerText signature && signature.Value.Length <= LongestSignature
                ? signature.Value
                : throw new LedgerException(LedgerErrorCode.WrongType, "A signature must be a base58 text.", $"signatures.{did}");
            signatures.Add(new(LedgerDid.Parse(did, $"signatures.{did}"), text));
        }

        return signatures;
    }

    private void CheckSigners(LedgerMap raw)
    {
        if (Signature is { Length: > LongestSignature })
            throw new LedgerException(LedgerErrorCode.OutOfRange, "A signature is base58 of 64 bytes.", "signature");
        if (Signature is not null && raw.Contains("signatures"))
            throw new LedgerException(LedgerErrorCode.Inconsistent, "A request carries 'signature' or 'signatures', not both.", "signatures");
        if (Identifier is null && Signatures.Count == 0)
            throw new LedgerException(LedgerErrorCode.MissingMember, "The member 'identifier' is missing.", "identifier");
        if (Signatures.Count > 0 && Identifier is { } author && !Signs(author))
            throw new LedgerException(LedgerErrorCode.Inconsistent, "The author is not among the signers.", "signatures");
        if (Endorser is { } endorser && Signatures.Count > 0 && !(Identifier is not null && Signs(endorser)))
            throw new LedgerException(LedgerErrorCode.Inconsistent, "Author and endorser must both be among the signers.", "endorser");
    }

    private bool Signs(LedgerDid did) => Signatures.Any(signature => signature.Key == did);
}
