namespace GovID.AnonCreds.W3c;

/// <summary>How a credential or a presentation is written in W3C form: the version, and the date that it asks for (specification 11).</summary>
public sealed record W3cForm
{
    private W3cForm(W3cVersion version, DateTimeOffset? date) => (Version, Date) = (version, date);

    /// <summary>The version.</summary>
    public W3cVersion Version { get; }

    /// <summary>The date written, or null.</summary>
    public DateTimeOffset? Date { get; }

    /// <summary>
    /// VC 1.1. A presentation shows this date to the verifier: give one that many share, for example the day, because the exact moment of issuing
    /// tells holders apart.
    /// </summary>
    /// <param name="issued">The issuance date.</param>
    public static W3cForm Version11(DateTimeOffset issued) => new(W3cVersion.Version11, issued);

    /// <summary>VC 2.0.</summary>
    /// <param name="validFrom">From when it is valid; null to leave it out.</param>
    public static W3cForm Version20(DateTimeOffset? validFrom = null) => new(W3cVersion.Version20, validFrom);
}
