namespace GovID.AnonCreds.CredentialDefinitions;

/// <summary>How a credential definition is made.</summary>
public sealed record DefinitionOptions
{
    /// <summary>Tells several definitions of one issuer and schema apart. Default: <c>default</c>.</summary>
    public string Tag { get; init; } = "default";

    /// <summary>Whether its credentials can be revoked. Default: false.</summary>
    public bool SupportRevocation { get; init; }

    /// <summary>Told from time to time how many candidates for primes were tested; called on the searching threads.</summary>
    public IProgress<long>? Progress { get; init; }
}
