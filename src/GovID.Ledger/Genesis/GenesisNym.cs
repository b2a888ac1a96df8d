using GovID.Ledger.Genesis.Internal;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests;
using GovID.Ledger.Requests.Operations;
using GovID.Ledger.Values;

namespace GovID.Ledger.Genesis;

/// <summary>One identifier of a domain genesis file.</summary>
/// <param name="Dest">The identifier.</param>
/// <param name="Verkey">Its key.</param>
/// <param name="Role">Its role's code; null for none.</param>
/// <param name="From">Who vouches for it; null for the first trustee.</param>
public sealed record GenesisNym(LedgerDid Dest, Verkey? Verkey, string? Role, LedgerDid? From)
{
    internal static GenesisNym Read(LedgerMap transaction, int seqNo)
    {
        var envelope = GenesisEnvelope.Read(transaction, Nym.Number, seqNo);
        var data = envelope.Data;
        var role = data.MemberText("role").Text;
        data.Require(role is null || LedgerRole.IsKnown(role), "role", "is 0, 2, 101, 201 or null");
        var key = data.MemberText("verkey").Text;
        var dest = data.Did("dest");
        Verkey? verkey = key is null ? null : Identifiers.Verkey.Parse(key, data.Field("verkey"));
        data.Require(verkey is null || verkey.Value.ToPublicKey(dest) is not null, "verkey", "is no Ed25519 key");
        return new GenesisNym(dest, verkey, role, envelope.From);
    }
}
