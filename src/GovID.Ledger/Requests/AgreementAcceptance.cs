using System.Numerics;
using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests;

/// <summary>States that the author accepted the transaction author agreement (specification 6.1, 6.5, 11.11).</summary>
public sealed record AgreementAcceptance
{
    private const int SecondsOfADay = 86_400;
    private const int LongestMechanism = 64;

    private AgreementAcceptance(string digest, string mechanism, BigInteger time, LedgerMap additional)
    {
        Digest = digest;
        Mechanism = mechanism;
        Time = time;
        Additional = additional;
    }

    /// <summary>Gets the lower-case hexadecimal SHA-256 of version and text.</summary>
    public string Digest { get; }

    /// <summary>Gets how it was accepted; one of the mechanisms on the ledger.</summary>
    public string Mechanism { get; }

    /// <summary>Gets the day of acceptance: seconds since 1970, at 00:00:00 UTC.</summary>
    public BigInteger Time { get; }

    /// <summary>Gets the members that the specification does not name; they are recorded with the rest.</summary>
    public LedgerMap Additional { get; }

    /// <summary>The digest of an agreement: lower-case hexadecimal SHA-256 of version followed by text.</summary>
    /// <param name="version">The version.</param>
    /// <param name="text">The text.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string DigestOf(string version, string text)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(text);
        return Hex.Encode(Sha256.Hash(Encoding.UTF8.GetBytes(version + text)));
    }

    /// <summary>Accepts an agreement by its text, its digest, or both, which must then agree.</summary>
    /// <param name="agreement">The version and text, given together, and the digest; at least one of both.</param>
    /// <param name="mechanism">How it was accepted, 1 to 64 characters.</param>
    /// <param name="secondsSince1970">The moment; it is rounded down to the day so that it cannot tell users apart.</param>
    /// <returns>The acceptance.</returns>
    /// <exception cref="LedgerException">The parts do not belong together, or the mechanism or the time is out of range.</exception>
    public static AgreementAcceptance Create(AcceptedAgreement agreement, string mechanism, long secondsSince1970)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(mechanism);
        if (mechanism.Length is 0 or > LongestMechanism)
            throw new LedgerException(LedgerErrorCode.OutOfRange, $"The mechanism has 1 to {LongestMechanism} characters.", "mechanism");
        if (secondsSince1970 < 0)
            throw new LedgerException(LedgerErrorCode.OutOfRange, "The time of acceptance lies before 1970.", "time");
        return new AgreementAcceptance(
            agreement.FindDigest(), mechanism, secondsSince1970 - (secondsSince1970 % SecondsOfADay), LedgerMap.Empty);
    }

    /// <summary>Reads the member <c>taaAcceptance</c>.</summary>
    /// <param name="map">The object.</param>
    /// <returns>The acceptance.</returns>
    /// <exception cref="LedgerException">A member is missing, of another type or out of range.</exception>
    public static AgreementAcceptance Parse(LedgerMap map)
    {
        var reader = new OperationReader(map, "taaAcceptance");
        var digest = reader.Text("taaDigest");
        var mechanism = reader.Text("mechanism");
        var time = reader.Integer("time");
        reader.Require(digest.Length == 64 && Hex.TryDecodeLenient(digest, out _), "taaDigest", "is a SHA-256 of 64 hexadecimal digits");
        reader.Require(mechanism.Length is > 0 and <= LongestMechanism, "mechanism", $"has 1 to {LongestMechanism} characters");
        reader.Require(time.Sign >= 0, "time", "is a number of seconds since 1970");
        return new AgreementAcceptance(digest, mechanism, time, reader.Rest());
    }

    /// <summary>Writes the member <c>taaAcceptance</c>.</summary>
    /// <returns>The object.</returns>
    public LedgerMap ToMap()
    {
        var writer = new OperationWriter();
        writer.Add("taaDigest", Digest);
        writer.Add("mechanism", Mechanism);
        writer.Add("time", Time);
        return writer.Build(Additional);
    }
}
