using System.Numerics;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Requests.Operations;

namespace GovID.Ledger.Genesis.Internal;

/// <summary>Reads a steward's node out of a plan.</summary>
internal static class PlanNode
{
    public static PoolNode Read(OperationReader reader, LedgerDid steward)
    {
        var alias = reader.Text("alias");
        reader.Require(alias.Length is > 0 and <= FieldRule.LongestName && !alias.Any(char.IsControl), "alias", $"has 1 to {FieldRule.LongestName} characters");
        var dest = reader.Text("verkey");
        var key = Base58.TryDecode(dest, out var bytes) && PublicKey.TryImport(KeyType.Ed25519, bytes, out var read)
            ? read
            : throw new LedgerException(LedgerErrorCode.Malformed, "The member 'verkey' must be an Ed25519 key in base58.", reader.Field("verkey"));
        PlanMember.RefuseWellKnown(key, reader);
        var (blsKey, proof) = ReadBls(reader);
        var node = new PoolNode
        {
            Alias = alias,
            Dest = dest,
            Verkey = key,
            Steward = steward,
            NodeAddress = ReadAddress(reader, "node"),
            ClientAddress = ReadAddress(reader, "client"),
            Services = [Node.Validator],
            BlsKey = blsKey,
            BlsKeyProof = proof,
        };
        PlanMember.RefuseUnknown(reader);
        return node;
    }

    private static NetworkEndpoint ReadAddress(OperationReader reader, string side)
    {
        var (ip, port) = (reader.Text($"{side}_ip"), reader.Integer($"{side}_port"));
        reader.Require(FieldRule.IsIpv4(ip), $"{side}_ip", "is an IPv4 address");
        reader.Require(port > 0 && port <= new BigInteger(ushort.MaxValue), $"{side}_port", "is a port from 1 to 65535");
        return new NetworkEndpoint(ip, (int)port);
    }

    private static (string Key, string Proof) ReadBls(OperationReader reader)
    {
        var (key, proof) = (reader.Text("blskey"), reader.Text("blskey_pop"));
        if (!BlsPublicKey.TryParse(key, out var parsed))
            throw new LedgerException(LedgerErrorCode.Malformed, "The member 'blskey' must be a BLS key in base58.", reader.Field("blskey"));
        if (!BlsSignature.TryParse(proof, out var possession) || !parsed.VerifyPossession(possession))
            throw new LedgerException(LedgerErrorCode.Inconsistent, "The member 'blskey_pop' does not prove possession of the BLS key.", reader.Field("blskey_pop"));
        return (key, proof);
    }
}
