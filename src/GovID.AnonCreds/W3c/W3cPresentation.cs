using System.Text.Json;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Internal.W3c;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.W3c;

/// <summary>A presentation in W3C form (specification 11). Prints no values.</summary>
public sealed class W3cPresentation
{
    private readonly VerifiablePresentation _document;

    internal W3cPresentation(VerifiablePresentation document)
    {
        Version = document.Validate();
        _document = document;
        Credentials = [.. document.Credentials.Select((credential, i) => new W3cDerivedCredential(credential, $"$.verifiableCredential[{i}]"))];
        Aggregated = AggregatedProofValue.Read(document.Proofs.Own.Value);
    }

    /// <summary>The version of the data model.</summary>
    public W3cVersion Version { get; }

    /// <summary>The derived credentials. What they say is only true when <see cref="Verifier"/> accepted the presentation.</summary>
    public IReadOnlyList<W3cDerivedCredential> Credentials { get; }

    internal AggregatedProof Aggregated { get; }

    /// <summary>The nonce that the presentation names.</summary>
    internal string? Challenge => _document.Proofs.Own.Challenge;

    /// <summary>Reads a presentation. Whether it proves anything is for <see cref="Verifier"/> to say.</summary>
    /// <exception cref="AnonCredsException">
    /// <see cref="AnonCredsErrorCode.Malformed"/>, <see cref="AnonCredsErrorCode.TooLarge"/> or <see cref="AnonCredsErrorCode.Invalid"/>, with the field.
    /// </exception>
    public static W3cPresentation Parse(ReadOnlySpan<byte> utf8) =>
        new(StrictJson.Parse(utf8, AnonCredsJson.Default.VerifiablePresentation, Presentation.MaximumBytes));

    /// <summary>The presentation as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(_document, AnonCredsJson.Default.VerifiablePresentation);

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}
