using System.Numerics;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Operations;

/// <summary>ATTRIB: attaches one attribute to an identifier, in clear, encrypted or as a hash (specification 11.2).</summary>
/// <param name="Dest">The identifier.</param>
public sealed record Attribute(LedgerDid Dest) : LedgerOperation
{
    internal const string Number = OperationType.AttribNumber;

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the attribute in clear: a text that is a JSON object with one member, at most 5 KiB.</summary>
    public string? Raw { get; init; }

    /// <summary>Gets the attribute encrypted: any text of at most 5 KiB.</summary>
    public string? Enc { get; init; }

    /// <summary>Gets only the attribute's hash: 64 hexadecimal digits.</summary>
    public string? Hash { get; init; }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        CheckOneOf(Raw, Enc, Hash);
        FieldRule.Sha256Digest(Hash, "operation.hash");
        FieldRule.Require(Enc is null || (Enc.Length > 0 && FieldRule.ByteCount(Enc) <= FieldRule.LongestRaw), "operation.enc", "has 1 byte to 5 KiB");
        if (Raw is not null)
            CheckRaw(Raw);
    }

    internal static Attribute Read(OperationReader reader) => new(reader.Did("dest"))
    {
        Raw = reader.OptionalText("raw"),
        Enc = reader.OptionalText("enc"),
        Hash = reader.OptionalText("hash"),
    };

    internal static void CheckOneOf(string? raw, string? enc, string? hash)
    {
        var given = (raw is null ? 0 : 1) + (enc is null ? 0 : 1) + (hash is null ? 0 : 1);
        if (given == 0)
            throw new LedgerException(LedgerErrorCode.MissingMember, "One of 'raw', 'enc' and 'hash' must be given.", "operation.raw");
        FieldRule.Require(given == 1, raw is null ? "operation.hash" : "operation.raw", "is not given together with another of 'raw', 'enc' and 'hash'");
    }

    private protected override void Write(OperationWriter writer) =>
        writer.Add("dest", Dest).Add("raw", Raw).Add("enc", Enc).Add("hash", Hash);

    private static void CheckRaw(string raw)
    {
        const string Field = "operation.raw";
        FieldRule.Require(FieldRule.ByteCount(raw) <= FieldRule.LongestRaw, Field, "has at most 5 KiB");
        var attribute = FieldRule.JsonObject(raw, Field);
        FieldRule.Require(attribute.Count == 1, Field, "is an object with exactly one member");
        if (attribute.FindMap("endpoint")?.Find("ha") is { } address)
            FieldRule.Require(address is LedgerText text && IsHostAddress(text.Value), Field, "gives 'ha' as an IPv4 address and a port");
    }

    private static bool IsHostAddress(string text)
    {
        var at = text.LastIndexOf(':');
        return at > 0
            && FieldRule.IsIpv4(text[..at])
            && ushort.TryParse(text.AsSpan(at + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var port)
            && port > 0;
    }
}

/// <summary>GET_ATTR: reads one attribute of an identifier (specification 11.2).</summary>
/// <param name="Dest">The identifier.</param>
public sealed record GetAttribute(LedgerDid Dest) : LedgerOperation
{
    internal const string Number = OperationType.GetAttribNumber;

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the name of the attribute that was written in clear.</summary>
    public string? Raw { get; init; }

    /// <summary>Gets the encrypted text.</summary>
    public string? Enc { get; init; }

    /// <summary>Gets the hash.</summary>
    public string? Hash { get; init; }

    /// <summary>Gets the moment in seconds since 1970; not together with <see cref="SeqNo"/>.</summary>
    public BigInteger? Timestamp { get; init; }

    /// <summary>Gets the sequence number; not together with <see cref="Timestamp"/>.</summary>
    public BigInteger? SeqNo { get; init; }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        Attribute.CheckOneOf(Raw, Enc, Hash);
        FieldRule.Name(Raw, "operation.raw");
        FieldRule.Require(Enc is null || FieldRule.ByteCount(Enc) <= FieldRule.LongestRaw, "operation.enc", "has at most 5 KiB");
        FieldRule.Sha256Digest(Hash, "operation.hash");
        HistoryRule.Check(Timestamp, SeqNo);
    }

    internal static GetAttribute Read(OperationReader reader) => new(reader.Did("dest"))
    {
        Raw = reader.OptionalText("raw"),
        Enc = reader.OptionalText("enc"),
        Hash = reader.OptionalText("hash"),
        Timestamp = reader.OptionalInteger("timestamp"),
        SeqNo = reader.OptionalInteger("seqNo"),
    };

    private protected override void Write(OperationWriter writer) => writer
        .Add("dest", Dest).Add("raw", Raw).Add("enc", Enc).Add("hash", Hash).Add("timestamp", Timestamp).Add("seqNo", SeqNo);
}
