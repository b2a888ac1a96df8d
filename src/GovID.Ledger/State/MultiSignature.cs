using GovID.Ledger.Values;

namespace GovID.Ledger.State;

/// <summary>The pool's signature over the roots of a batch, summed from the shares of at least n - f validators (specification 10.6).</summary>
public sealed class MultiSignature
{
    /// <summary>The most participants that are read.</summary>
    public const int MaxParticipants = 1024;

    private const int MaxSignatureLength = 180;
    private const int MaxAliasLength = 256;

    /// <summary>Makes a multi-signature.</summary>
    /// <param name="signature">Base58 of the summed signature.</param>
    /// <param name="participants">The names of the validators whose shares were summed.</param>
    /// <param name="value">What was signed.</param>
    public MultiSignature(string signature, IEnumerable<string> participants, MultiSignatureValue value)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(participants);
        ArgumentNullException.ThrowIfNull(value);
        Signature = signature;
        Participants = [.. participants];
        Value = value;
    }

    /// <summary>Gets base58 of the summed signature; whether it is one is judged when it is verified.</summary>
    public string Signature { get; }

    /// <summary>Gets the names of the validators whose shares were summed, in the order received.</summary>
    public IReadOnlyList<string> Participants { get; }

    /// <summary>Gets what was signed.</summary>
    public MultiSignatureValue Value { get; }

    /// <summary>Reads the member <c>multi_signature</c>.</summary>
    /// <param name="map">The member.</param>
    /// <returns>The multi-signature.</returns>
    /// <exception cref="LedgerException">A member is missing, malformed or too large.</exception>
    public static MultiSignature Parse(LedgerMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var signature = map.FindText("signature")?.Value;
        if (signature is null || signature.Length > MaxSignatureLength)
            throw Refuse("signature", "must be base58 of 128 bytes");
        if (map.FindList("participants") is not { } names || names.Count > MaxParticipants)
            throw Refuse("participants", $"must be a list of at most {MaxParticipants} names");
        var value = map.FindMap("value") ?? throw Refuse("value", "must be an object");
        return new MultiSignature(signature, names.Select(Name), MultiSignatureValue.Parse(value));
    }

    /// <summary>Writes the member <c>multi_signature</c>.</summary>
    /// <returns>The object.</returns>
    public LedgerMap ToMap() => LedgerMap.Of(
        ("participants", new LedgerList(Participants.Select(name => (LedgerValue)name))),
        ("signature", Signature),
        ("value", Value.ToMap()));

    private static string Name(LedgerValue value) => value is LedgerText { Value.Length: > 0 and <= MaxAliasLength } text
        ? text.Value
        : throw Refuse("participants", $"must hold names of at most {MaxAliasLength} characters");

    private static LedgerException Refuse(string member, string rule) =>
        new(LedgerErrorCode.Malformed, $"{member} {rule}.", $"multi_signature.{member}");
}
