using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.Cryptography.Keys;
using GovID.Ledger.Identifiers;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Requests.Operations;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests;

/// <summary>
/// A transaction, action or query as it travels (specification 6.1). Immutable: every change gives a new request. Members that the
/// specification does not name are kept and signed.
/// </summary>
public sealed class LedgerRequest
{
    private const int ProtocolVersion = 2;
    private string? _signingText;
    private string? _digest;
    private string? _payloadDigest;

    private LedgerRequest(LedgerMap raw)
    {
        var form = RequestForm.Check(raw);
        Raw = raw;
        Identifier = form.Identifier;
        ReqId = form.ReqId;
        Operation = form.Operation;
        Type = form.Type;
        Signature = form.Signature;
        Signatures = form.Signatures;
        Endorser = form.Endorser;
        Acceptance = form.Acceptance;
    }

    /// <summary>Gets the author; null in the rare request that names its authors by its signatures alone.</summary>
    public LedgerDid? Identifier { get; }

    /// <summary>Gets the request number, greater than 0 and unique per author; exact.</summary>
    public BigInteger ReqId { get; }

    /// <summary>Gets the operation as received.</summary>
    public LedgerMap Operation { get; }

    /// <summary>Gets the operation's type number as text.</summary>
    public string Type { get; }

    /// <summary>Gets the single signature in base58; its form is judged when it is verified.</summary>
    public string? Signature { get; }

    /// <summary>Gets the signatures by signer, in the order received; empty where there is none or a single one.</summary>
    public IReadOnlyList<KeyValuePair<LedgerDid, string>> Signatures { get; }

    /// <summary>Gets the endorser.</summary>
    public LedgerDid? Endorser { get; }

    /// <summary>Gets the acceptance of the transaction author agreement.</summary>
    public AgreementAcceptance? Acceptance { get; }

    /// <summary>Gets the whole request as received or built.</summary>
    public LedgerMap Raw { get; }

    /// <summary>Gets a value indicating whether the request carries a signature of any kind.</summary>
    public bool IsSigned => Signature is not null || Signatures.Count > 0;

    /// <summary>Gets the text that a client signs: every member but the signatures (specification 6.2).</summary>
    public string SigningText => _signingText ??= Requests.SigningText.Of(Raw);

    /// <summary>Gets the text that a node verifies and hashes: the members of the specification only (specification 6.1, 6.3).</summary>
    public string PayloadText => DigestText.OfPayload(Raw);

    /// <summary>Gets the text behind <see cref="Digest"/>: the payload and the signatures (specification 6.3).</summary>
    public string FullText => DigestText.OfAll(Raw);

    /// <summary>Gets the hexadecimal SHA-256 of <see cref="PayloadText"/>; the same whoever signed (specification 6.3).</summary>
    public string PayloadDigest => _payloadDigest ??= HashOf(PayloadText);

    /// <summary>Gets the hexadecimal SHA-256 of <see cref="FullText"/> (specification 6.3).</summary>
    public string Digest => _digest ??= HashOf(FullText);

    /// <summary>Makes an unsigned request; the operation's field rules are checked.</summary>
    /// <param name="author">The author; queries may use <see cref="LedgerDid.Anonymous"/>.</param>
    /// <param name="reqId">A number greater than 0 that the author has not used before.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The request.</returns>
    /// <exception cref="LedgerException">A field rule of specification 11 is broken, or the number is out of range.</exception>
    public static LedgerRequest Create(LedgerDid author, BigInteger reqId, LedgerOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        operation.CheckRules();
        return new LedgerRequest(LedgerMap.Of(
            ("identifier", author.Text), ("operation", operation.ToMap()), ("protocolVersion", ProtocolVersion), ("reqId", reqId)));
    }

    /// <summary>Reads a request of at most 128 KiB; the envelope is checked, the operation only for its type (specification 6.1).</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <returns>The request.</returns>
    /// <exception cref="LedgerException">The text is refused; <see cref="LedgerException.Field"/> names the member.</exception>
    public static LedgerRequest Parse(ReadOnlySpan<byte> utf8) => new(LedgerMap.Parse(utf8, JsonLimits.ClientMessage));

    /// <summary>Reads a request from an object; see <see cref="Parse(ReadOnlySpan{byte})"/>.</summary>
    /// <param name="request">The object.</param>
    /// <returns>The request.</returns>
    /// <exception cref="LedgerException">The object is refused; <see cref="LedgerException.Field"/> names the member.</exception>
    public static LedgerRequest Parse(LedgerMap request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new LedgerRequest(request);
    }

    /// <summary>Reads a request; false where <see cref="Parse(ReadOnlySpan{byte})"/> refuses.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="request">The request.</param>
    /// <returns>Whether it was read.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out LedgerRequest? request)
    {
        try
        {
            request = Parse(utf8);
            return true;
        }
        catch (LedgerException)
        {
            request = null;
            return false;
        }
    }

    /// <summary>Adds the endorser; set it before anybody signs.</summary>
    /// <param name="endorser">The endorser.</param>
    /// <returns>The changed request.</returns>
    /// <exception cref="InvalidOperationException">The request is signed already.</exception>
    public LedgerRequest WithEndorser(LedgerDid endorser) => new(Unsigned().With("endorser", endorser.Text));

    /// <summary>Adds the acceptance of the transaction author agreement; set it before anybody signs.</summary>
    /// <param name="acceptance">The acceptance.</param>
    /// <returns>The changed request.</returns>
    /// <exception cref="InvalidOperationException">The request is signed already.</exception>
    public LedgerRequest WithAcceptance(AgreementAcceptance acceptance)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        return new LedgerRequest(Unsigned().With("taaAcceptance", acceptance.ToMap()));
    }

    /// <summary>Signs as the author alone.</summary>
    /// <param name="key">The author's key.</param>
    /// <returns>The signed request.</returns>
    /// <exception cref="InvalidOperationException">Other signatures are there already; use <see cref="AddSignature"/>.</exception>
    public LedgerRequest Sign(PrivateKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return WithSignature(key.Sign(BytesToSign()));
    }

    /// <summary>Signs as the author alone with a key that may live elsewhere.</summary>
    /// <param name="signer">The author's key.</param>
    /// <param name="cancellationToken">Cancels the signing.</param>
    /// <returns>The signed request.</returns>
    public async Task<LedgerRequest> SignAsync(ISigner signer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return WithSignature(await signer.SignAsync(BytesToSign(), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Adds one of several signatures; a single one that is there becomes the author's entry (specification 6.5).</summary>
    /// <param name="signer">Whose signature it is.</param>
    /// <param name="key">The signer's key.</param>
    /// <returns>The signed request.</returns>
    public LedgerRequest AddSignature(LedgerDid signer, PrivateKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return WithSignature(signer, key.Sign(BytesToSign()));
    }

    /// <summary>Adds one of several signatures with a key that may live elsewhere.</summary>
    /// <param name="signer">Whose signature it is.</param>
    /// <param name="key">The signer's key.</param>
    /// <param name="cancellationToken">Cancels the signing.</param>
    /// <returns>The signed request.</returns>
    public async Task<LedgerRequest> AddSignatureAsync(LedgerDid signer, ISigner key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return WithSignature(signer, await key.SignAsync(BytesToSign(), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Puts the author's signature over <see cref="SigningText"/> in place.</summary>
    /// <param name="signature">64 bytes.</param>
    /// <returns>The signed request.</returns>
    /// <exception cref="InvalidOperationException">Other signatures are there already.</exception>
    public LedgerRequest WithSignature(ReadOnlySpan<byte> signature) => Signatures.Count == 0
        ? new LedgerRequest(Raw.With("signature", Base58.Encode(signature)))
        : throw new InvalidOperationException("The request carries several signatures; add this one to them.");

    /// <summary>Puts one of several signatures over <see cref="SigningText"/> in place.</summary>
    /// <param name="signer">Whose signature it is.</param>
    /// <param name="signature">64 bytes.</param>
    /// <returns>The signed request.</returns>
    public LedgerRequest WithSignature(LedgerDid signer, ReadOnlySpan<byte> signature)
    {
        var signatures = Raw.FindMap("signatures") ?? LedgerMap.Empty;
        if (Signature is not null && Identifier is { } author)
            signatures = signatures.With(author.Text, Signature);
        signatures = signatures.With(signer.Text, Base58.Encode(signature));
        return new LedgerRequest(Raw.Without("signature").With("signatures", signatures));
    }

    /// <summary>Gets the operation in its own type; field rules are not checked by this.</summary>
    /// <returns>The operation; a <see cref="CustomOperation"/> when the type is unknown.</returns>
    /// <exception cref="LedgerException">A member is missing or of another type.</exception>
    public LedgerOperation ReadOperation() => LedgerOperation.Parse(Operation);

    /// <summary>Gets the request as it is sent: members sorted, no spaces.</summary>
    /// <returns>UTF-8 JSON.</returns>
    public byte[] ToJson() => FloatText.Normalise(Raw).ToStateJsonBytes();

    private static string HashOf(string text) => Hex.Encode(Sha256.Hash(Encoding.UTF8.GetBytes(text)));

    private byte[] BytesToSign() => Encoding.UTF8.GetBytes(SigningText);

    private LedgerMap Unsigned() => IsSigned
        ? throw new InvalidOperationException("The request is signed already; set endorser and acceptance first, because they are signed too.")
        : Raw;
}
