using System.Numerics;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Values;

namespace GovID.Ledger.Client.DidIndy;

/// <summary>An identifier's state as GET_NYM answers it (specification 11.1).</summary>
/// <param name="Dest">The identifier.</param>
public sealed record NymState(LedgerDid Dest)
{
    /// <summary>Gets the key; null for a DID that is deactivated.</summary>
    public Verkey? Verkey { get; init; }

    /// <summary>Gets the role's code; null for none.</summary>
    public string? Role { get; init; }

    /// <summary>Gets who created it; null in a genesis file.</summary>
    public LedgerDid? Creator { get; init; }

    /// <summary>Gets the number of the transaction that wrote this state.</summary>
    public BigInteger? SeqNo { get; init; }

    /// <summary>Gets the further content of the DID document.</summary>
    public LedgerMap? DidDocContent { get; init; }

    /// <summary>Reads the member <c>data</c> of a GET_NYM reply.</summary>
    /// <param name="data">The text.</param>
    /// <returns>The state.</returns>
    /// <exception cref="LedgerException">A member is missing, of another type or malformed; the field is named.</exception>
    public static NymState Parse(string data)
    {
        var map = LedgerMap.Parse(data, JsonLimits.ClientMessage);
        return new NymState(LedgerDid.Parse(Text(map, "dest") ?? throw Refused("dest", LedgerErrorCode.MissingMember), "dest"))
        {
            Verkey = Text(map, "verkey") is { } key ? Identifiers.Verkey.Parse(key, "verkey") : null,
            Role = Text(map, "role"),
            Creator = Text(map, "identifier") is { } creator ? LedgerDid.Parse(creator, "identifier") : null,
            SeqNo = map.FindInteger("seqNo")?.Value,
            DidDocContent = Text(map, "diddocContent") is { } content ? LedgerMap.Parse(content, JsonLimits.ClientMessage) : null,
        };
    }

    private static string? Text(LedgerMap map, string name) => map.Find(name) switch
    {
        null or LedgerNull => null,
        LedgerText text => text.Value,
        _ => throw Refused(name, LedgerErrorCode.WrongType),
    };

    private static LedgerException Refused(string name, LedgerErrorCode code) =>
        new(code, $"The member '{name}' of a NYM must be a text.", name);
}
