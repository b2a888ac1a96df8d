using System.Globalization;
using GovID.Ledger.Requests;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions;

/// <summary>A transaction as a ledger keeps it (specification 7.1). Its leaf is the MessagePack form of exactly this object.</summary>
public sealed class LedgerTransaction
{
    private const string EnvelopeVersion = "1";

    private LedgerTransaction(LedgerMap value, LedgerMap payload, LedgerMap data)
    {
        Value = value;
        Payload = payload;
        Data = data;
        Type = payload.FindText("type")?.Value
            ?? throw new LedgerException(LedgerErrorCode.MissingMember, "A transaction carries its type as a text.", "txn.type");
    }

    /// <summary>Gets the whole object.</summary>
    public LedgerMap Value { get; }

    /// <summary>Gets the type as text.</summary>
    public string Type { get; }

    /// <summary>Gets the operation without its type.</summary>
    public LedgerMap Data { get; }

    /// <summary>Gets the author; null in transactions nobody signed.</summary>
    public string? From => Payload.FindMap("metadata")?.FindText("from")?.Value;

    /// <summary>Gets the position in the ledger, from 1.</summary>
    public long SeqNo => Metadata.FindInteger("seqNo") is { } number && number.TryGetInt64(out var seqNo) ? seqNo : 0;

    /// <summary>Gets the time of the batch in seconds; null in genesis transactions.</summary>
    public long? Time => Metadata.FindInteger("txnTime") is { } number && number.TryGetInt64(out var time) ? time : null;

    /// <summary>Gets the transaction's identifier; null for types that have none.</summary>
    public string? Id => Metadata.FindText("txnId")?.Value;

    /// <summary>Gets the digest of the payload; null in transactions nobody signed.</summary>
    public string? PayloadDigest => Payload.FindMap("metadata")?.FindText("payloadDigest")?.Value;

    private LedgerMap Payload { get; }

    private LedgerMap Metadata => Value.FindMap("txnMetadata") ?? LedgerMap.Empty;

    /// <summary>Reads a stored transaction or a line of a genesis file.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The transaction.</returns>
    /// <exception cref="LedgerException">The object is no transaction of this format.</exception>
    public static LedgerTransaction Parse(LedgerMap value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var payload = value.FindMap("txn")
            ?? throw new LedgerException(LedgerErrorCode.MissingMember, "A transaction has the member 'txn'.", "txn");
        return new LedgerTransaction(value, payload, payload.FindMap("data") ?? LedgerMap.Empty);
    }

    /// <summary>Reads a leaf.</summary>
    /// <param name="leaf">The MessagePack form.</param>
    /// <returns>The transaction.</returns>
    /// <exception cref="LedgerException">The bytes are no transaction.</exception>
    public static LedgerTransaction ParseLeaf(ReadOnlySpan<byte> leaf) => Parse(
        MessagePack.Read(leaf) as LedgerMap
        ?? throw new LedgerException(LedgerErrorCode.WrongType, "The leaf of a transaction is a map."));

    /// <summary>Makes the transaction of a request; it has no place in a ledger yet.</summary>
    /// <param name="request">The request.</param>
    /// <param name="payloadVersion">The version of the payload, for types that have one.</param>
    /// <returns>The transaction.</returns>
    public static LedgerTransaction Of(LedgerRequest request, string? payloadVersion = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var data = request.Operation.Without("type").Without("ver");
        var version = request.Operation.Find("ver") ?? payloadVersion;
        var payload = LedgerMap.Of(
            ("type", request.Type), ("data", data), ("protocolVersion", 2), ("metadata", MetadataOf(request)));
        if (version is not LedgerNull)
            payload = payload.With("ver", version);
        return Parse(LedgerMap.Of(
            ("txn", payload), ("txnMetadata", LedgerMap.Empty), ("reqSignature", SignaturesOf(request)), ("ver", EnvelopeVersion)));
    }

    /// <summary>Gives the transaction its place in a ledger.</summary>
    /// <param name="seqNo">The position, from 1.</param>
    /// <param name="time">The time of the batch in seconds.</param>
    /// <param name="id">The transaction's identifier, for types that have one.</param>
    /// <returns>The transaction with its place.</returns>
    public LedgerTransaction At(long seqNo, long time, string? id = null)
    {
        var metadata = LedgerMap.Of(("seqNo", seqNo), ("txnTime", time));
        return Parse(Value.With("txnMetadata", id is null ? metadata : metadata.With("txnId", id)));
    }

    /// <summary>Exchanges the operation, keeping everything around it.</summary>
    /// <param name="data">The operation without its type.</param>
    /// <returns>The changed transaction.</returns>
    public LedgerTransaction WithData(LedgerMap data) => Parse(Value.With("txn", Payload.With("data", data)));

    /// <summary>Writes the leaf.</summary>
    /// <returns>The MessagePack form.</returns>
    public byte[] ToLeaf() => Value.ToMessagePack();

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"transaction {SeqNo} of type {Type}");

    private static LedgerMap MetadataOf(LedgerRequest request)
    {
        var metadata = LedgerMap.Of(
            ("reqId", new LedgerInteger(request.ReqId)), ("digest", request.Digest), ("payloadDigest", request.PayloadDigest));
        if (request.Identifier is { } author)
            metadata = metadata.With("from", author.Text);
        if (request.Raw.FindMap("taaAcceptance") is { } acceptance)
            metadata = metadata.With("taaAcceptance", acceptance);
        return request.Endorser is { } endorser ? metadata.With("endorser", endorser.Text) : metadata;
    }

    private static LedgerMap SignaturesOf(LedgerRequest request)
    {
        if (!request.IsSigned)
            return LedgerMap.Empty;
        IEnumerable<(string From, string Value)> signatures = request.Signature is { } single
            ? [(request.Author(), single)]
            : request.Signatures.Select(signature => (From: signature.Key.Text, signature.Value)).OrderBy(pair => pair.From, StringComparer.Ordinal);
        return LedgerMap.Of(
            ("type", "ED25519"),
            ("values", new LedgerList(signatures.Select(pair => LedgerMap.Of(("from", pair.From), ("value", pair.Value))))));
    }
}
