using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Internal;

namespace GovID.Ledger.Genesis;

/// <summary>A trustee or steward of a plan.</summary>
public sealed record PlanMember
{
    private const int LongestName = 256;

    /// <summary>Gets the name for people; it goes into no file.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the identifier: the first half of the key.</summary>
    public required LedgerDid Did { get; init; }

    /// <summary>Gets the Ed25519 key.</summary>
    public required PublicKey Key { get; init; }

    internal string Field { get; init; } = string.Empty;

    internal static PlanMember Read(OperationReader reader)
    {
        var name = reader.Text("name");
        reader.Require(name.Length is > 0 and <= LongestName && !name.Any(char.IsControl), "name", $"has 1 to {LongestName} printable characters");
        var text = reader.Text("verkey");
        var key = Base58.TryDecode(text, out var bytes) && PublicKey.TryImport(KeyType.Ed25519, bytes, out var read)
            ? read
            : throw new LedgerException(LedgerErrorCode.Malformed, "The member 'verkey' must be an Ed25519 key in base58.", reader.Field("verkey"));
        RefuseWellKnown(key, reader);
        var did = Verkey.LegacyDid(key);
        reader.Require(reader.OptionalDid("did") is not { } given || given == did, "did", $"does not belong to the key, whose identifier is {did}");
        _ = reader.Has("node") ? reader.Any("node") : null;
        RefuseUnknown(reader);
        return new PlanMember { Name = name, Did = did, Key = key, Field = reader.Field("verkey") };
    }

    internal static void RefuseWellKnown(PublicKey key, OperationReader reader) => reader.Require(
        !SandboxIdentity.IsWellKnown(key), "verkey", "belongs to a development network: everybody knows its secret");

    internal static void RefuseUnknown(OperationReader reader)
    {
        if (reader.Rest() is { Count: > 0 } rest)
        {
            var name = rest.First().Key;
            throw new LedgerException(LedgerErrorCode.Unsupported, $"The member '{name}' has no meaning here.", reader.Field(name));
        }
    }

    internal GenesisNym ToNym(string role, LedgerDid? from) => new(Did, Verkey.Abbreviate(Key), role, from);
}
