namespace GovID.Ledger.State;

/// <summary>How a <see cref="StateProofVerifier"/> judges age and how much it remembers.</summary>
public sealed record StateProofOptions
{
    /// <summary>Gets how old a multi-signature may be (specification 13.3). Default: 300 seconds.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Gets how many verified multi-signatures are remembered, so that the next proof under the same one is cheap. Default: 1,024.</summary>
    public int MaxRememberedSignatures { get; init; } = 1024;

    /// <summary>Gets a value indicating whether age is not judged at all. For recorded replies only. Default: false.</summary>
    public bool AcceptAnyAgeUnsafe { get; init; }
}
