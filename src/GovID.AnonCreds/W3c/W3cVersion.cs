namespace GovID.AnonCreds.W3c;

/// <summary>The versions of the W3C data model that credentials and presentations are written in (specification 11).</summary>
public enum W3cVersion
{
    /// <summary>VC 1.1, whose credentials carry <c>issuanceDate</c>.</summary>
    Version11,

    /// <summary>VC 2.0, whose credentials may carry <c>validFrom</c>.</summary>
    Version20,
}
