using System.Numerics;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests.Operations;

/// <summary>NYM: puts an identifier on the ledger or changes its role, key or document content (specification 11.1).</summary>
/// <param name="Dest">The identifier.</param>
public sealed record Nym(LedgerDid Dest) : LedgerOperation
{
    internal const string Number = OperationType.NymNumber;
    private const string VerkeyFragment = "verkey";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the verification key in either form; null and absent differ for an existing NYM.</summary>
    public MemberText Verkey { get; init; }

    /// <summary>Gets the role's code; null takes the role away, absent leaves it (see <see cref="LedgerRole.Parse"/>).</summary>
    public MemberText Role { get; init; }

    /// <summary>Gets a name that is recorded in the ledger only; at most 256 characters.</summary>
    public string? Alias { get; init; }

    /// <summary>Gets further content of the DID document: a text that is a JSON object, at most 10 KiB.</summary>
    public string? DidDocContent { get; init; }

    /// <summary>Gets how <see cref="Dest"/> follows from the key: 0 not at all, 1 its first half, 2 the first half of its SHA-256.</summary>
    public BigInteger? Version { get; init; }

    /// <inheritdoc/>
    public override void CheckRules()
    {
        FieldRule.Require(Verkey.Text is null || Identifiers.Verkey.TryParse(Verkey.Text, out _), "operation.verkey", "is base58 of 32 bytes, or '~' and base58 of 16");
        FieldRule.Require(Role.Text is null || LedgerRole.IsKnown(Role.Text), "operation.role", "is 0, 2, 101, 201 or null");
        FieldRule.Require(Alias is null or { Length: <= FieldRule.LongestName }, "operation.alias", $"has at most {FieldRule.LongestName} characters");
        FieldRule.Require(Version is null || (Version >= 0 && Version <= 2), "operation.version", "is 0, 1 or 2");
        if (Version > 0)
            CheckDerivation();
        if (DidDocContent is not null)
            CheckDocument(DidDocContent);
    }

    internal static Nym Read(OperationReader reader) => new(reader.Did("dest"))
    {
        Verkey = reader.MemberText("verkey"),
        Role = reader.MemberText("role"),
        Alias = reader.OptionalText("alias"),
        DidDocContent = reader.OptionalText("diddocContent"),
        Version = reader.OptionalInteger("version"),
    };

    /// <summary>Refuses content that would replace what the NYM itself generates (specification 11.1, 14.3).</summary>
    internal static void CheckDocument(string content)
    {
        const string Field = "operation.diddocContent";
        FieldRule.Require(FieldRule.ByteCount(content) <= FieldRule.LongestDocument, Field, "has at most 10 KiB");
        var document = FieldRule.JsonObject(content, Field);
        FieldRule.Require(!document.Contains("id"), Field, "has no member 'id'");
        var identified = document.Select(member => member.Value).OfType<LedgerList>().SelectMany(list => list).OfType<LedgerMap>();
        FieldRule.Require(identified.All(item => !NamesVerkey(item)), Field, "has no object with the id '#verkey'");
    }

    private protected override void Write(OperationWriter writer) => writer
        .Add("dest", Dest)
        .Add("verkey", Verkey)
        .Add("role", Role)
        .Add("alias", Alias)
        .Add("diddocContent", DidDocContent)
        .Add("version", Version);

    private static bool NamesVerkey(LedgerMap item) =>
        item.FindText("id")?.Value is { } id && string.Equals(id[(id.IndexOf('#', StringComparison.Ordinal) + 1)..], VerkeyFragment, StringComparison.Ordinal);

    private void CheckDerivation()
    {
        FieldRule.Require(Verkey.Text is not null, "operation.verkey", "is needed with version 1 or 2");
        var bytes = Identifiers.Verkey.Parse(Verkey.Text!).Expand(Dest);
        var source = Version == 1 ? bytes : Sha256.Hash(bytes);
        FieldRule.Require(
            string.Equals(Base58.Encode(source.AsSpan(0, 16)), Dest.Text, StringComparison.Ordinal), "operation.dest", $"does not follow from the verkey as version {Version} asks");
    }
}

/// <summary>GET_NYM: the identifier's current state, or its state at a time or after a transaction (specification 11.1).</summary>
/// <param name="Dest">The identifier.</param>
public sealed record GetNym(LedgerDid Dest) : LedgerOperation
{
    internal const string Number = "105";

    /// <inheritdoc/>
    public override string Type => Number;

    /// <summary>Gets the moment in seconds since 1970; not together with <see cref="SeqNo"/>.</summary>
    public BigInteger? Timestamp { get; init; }

    /// <summary>Gets the sequence number; not together with <see cref="Timestamp"/>.</summary>
    public BigInteger? SeqNo { get; init; }

    /// <inheritdoc/>
    public override void CheckRules() => HistoryRule.Check(Timestamp, SeqNo);

    internal static GetNym Read(OperationReader reader) => new(reader.Did("dest"))
    {
        Timestamp = reader.OptionalInteger("timestamp"),
        SeqNo = reader.OptionalInteger("seqNo"),
    };

    private protected override void Write(OperationWriter writer) =>
        writer.Add("dest", Dest).Add("timestamp", Timestamp).Add("seqNo", SeqNo);
}
