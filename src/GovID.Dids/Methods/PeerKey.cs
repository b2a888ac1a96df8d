using GovID.Cryptography.Keys;
using GovID.Dids.Documents;

namespace GovID.Dids.Methods;

/// <summary>A key of a did:peer:2 with what it is for.</summary>
public sealed record PeerKey(VerificationRelationship Purpose, PublicKey Key);
