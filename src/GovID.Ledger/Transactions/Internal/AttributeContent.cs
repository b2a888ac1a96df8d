using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.Ledger.Values;

namespace GovID.Ledger.Transactions.Internal;

/// <summary>The three forms of one attribute: as sent, as stored, and as hashed (specification 11.2).</summary>
internal sealed record AttributeContent(string Member, string Submitted)
{
    /// <summary>The part of the state key that tells attributes of one identifier apart.</summary>
    public required string KeySuffix { get; init; }

    /// <summary>What the state and the ledger hold: a hash, or nothing where the hash itself was sent.</summary>
    public required string StateValue { get; init; }

    /// <summary>What the attribute store keeps under <see cref="StateValue"/>; null where only a hash was sent.</summary>
    public string? StoredText { get; private init; }

    /// <summary>Reads the attribute of an operation whose form was checked.</summary>
    public static AttributeContent Of(LedgerMap operation)
    {
        if (operation.FindText("raw") is { } raw)
            return OfRaw(raw.Value);
        if (operation.FindText("enc") is { } enc)
            return new AttributeContent("enc", enc.Value) { KeySuffix = HashOf(enc.Value), StateValue = HashOf(enc.Value), StoredText = enc.Value };
        var hash = operation.FindText("hash")!.Value;
        return new AttributeContent("hash", hash) { KeySuffix = hash, StateValue = string.Empty };
    }

    /// <summary>The hexadecimal SHA-256 of a text.</summary>
    public static string HashOf(string text) => Hex.Encode(Sha256.Hash(Encoding.UTF8.GetBytes(text)));

    private static AttributeContent OfRaw(string text)
    {
        var value = LedgerMap.Parse(text);
        var normalised = value.ToStateJson();
        return new AttributeContent("raw", text)
        {
            KeySuffix = HashOf(value.First().Key),
            StateValue = HashOf(normalised),
            StoredText = normalised,
        };
    }
}
