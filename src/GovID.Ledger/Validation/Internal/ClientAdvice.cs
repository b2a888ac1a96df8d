namespace GovID.Ledger.Validation.Internal;

/// <summary>The advice that reason texts give about the protocol version, the same words as in every pool (specification 4.2).</summary>
internal static class ClientAdvice
{
    /// <summary>The only version spoken (specification 6.1).</summary>
    public const int ProtocolVersion = 2;

    private const string Advice = "Make sure that the latest LibIndy is used and `set_protocol_version(2)` is called";

    /// <summary>What follows a sentence about missing members.</summary>
    public static string ForMissing(IEnumerable<string> fields) => fields.Contains("protocolVersion") ? Advice + "." : string.Empty;

    /// <summary>The text about another known version.</summary>
    public static string OtherVersion(string version) => $"Message version ({version}) differs from current protocol version. {Advice}";

    /// <summary>The text about a version that never existed.</summary>
    public static string UnknownVersion => $"Unknown protocol version value. {Advice}";
}
