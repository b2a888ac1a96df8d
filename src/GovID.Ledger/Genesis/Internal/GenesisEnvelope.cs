using System.Numerics;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Genesis.Internal;

/// <summary>The members that every genesis transaction has (specification 2.1, 7.1).</summary>
internal sealed record GenesisEnvelope(OperationReader Data, LedgerDid? From)
{
    private const string TransactionVersion = "1";

    /// <summary>Checks the envelope of the transaction that must be of this type and have this number.</summary>
    public static GenesisEnvelope Read(LedgerMap transaction, string type, int seqNo)
    {
        var reader = new OperationReader(transaction, string.Empty);
        if (!reader.Has("txn") && reader.Has("identifier"))
            throw new LedgerException(LedgerErrorCode.Unsupported, "The flat form of protocol version 1 is not read; convert the file.", "txn");

        var version = reader.Text("ver");
        reader.Require(version == TransactionVersion, "ver", "must be \"1\"");
        _ = reader.Map("reqSignature");
        CheckMetadata(reader.Inner("txnMetadata"), seqNo);
        var txn = reader.Inner("txn");
        var found = txn.Text("type");
        txn.Require(found == type, "type", $"must be \"{type}\" in this kind of genesis file");
        CheckProtocol(txn);
        var metadata = txn.Inner("metadata");
        return new GenesisEnvelope(txn.Inner("data"), metadata.OptionalDid("from"));
    }

    private static void CheckMetadata(OperationReader metadata, int seqNo)
    {
        var number = metadata.Integer("seqNo");
        metadata.Require(number == seqNo, "seqNo", $"must be {seqNo}: transactions are numbered from 1 without gaps");
        _ = metadata.OptionalText("txnId");
        if (metadata.Any("txnTime") is { } time and not LedgerNull)
            metadata.Require(time is LedgerInteger { Value.Sign: >= 0 }, "txnTime", "is a number of seconds since 1970");
    }

    private static void CheckProtocol(OperationReader txn)
    {
        if (txn.OptionalInteger("protocolVersion") is { } protocol)
            txn.Require(protocol == new BigInteger(2), "protocolVersion", "must be 2");
    }
}
