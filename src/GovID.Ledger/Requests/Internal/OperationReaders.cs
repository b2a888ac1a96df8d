using GovID.Ledger.Requests.Operations;

namespace GovID.Ledger.Requests.Internal;

/// <summary>Which record reads which type number.</summary>
internal static class OperationReaders
{
    private static readonly Dictionary<string, Func<OperationReader, LedgerOperation>> ByType = new(StringComparer.Ordinal)
    {
        [Node.Number] = Node.Read,
        [Nym.Number] = Nym.Read,
        [GetTransaction.Number] = GetTransaction.Read,
        [AuthorAgreement.Number] = AuthorAgreement.Read,
        [AcceptanceMechanisms.Number] = AcceptanceMechanisms.Read,
        [GetAuthorAgreement.Number] = GetAuthorAgreement.Read,
        [GetAcceptanceMechanisms.Number] = GetAcceptanceMechanisms.Read,
        [DisableAuthorAgreements.Number] = DisableAuthorAgreements.Read,
        [FreezeLedgers.Number] = FreezeLedgers.Read,
        [GetFrozenLedgers.Number] = GetFrozenLedgers.Read,
        [Operations.Attribute.Number] = Operations.Attribute.Read,
        [Schema.Number] = Schema.Read,
        [CredentialDefinition.Number] = CredentialDefinition.Read,
        [GetAttribute.Number] = GetAttribute.Read,
        [GetNym.Number] = GetNym.Read,
        [GetSchema.Number] = GetSchema.Read,
        [GetCredentialDefinition.Number] = GetCredentialDefinition.Read,
        [PoolUpgrade.Number] = PoolUpgrade.Read,
        [PoolConfiguration.Number] = PoolConfiguration.Read,
        [RevocationRegistryDefinition.Number] = RevocationRegistryDefinition.Read,
        [RevocationRegistryEntry.Number] = RevocationRegistryEntry.Read,
        [GetRevocationRegistryDefinition.Number] = GetRevocationRegistryDefinition.Read,
        [GetRevocationRegistry.Number] = GetRevocationRegistry.Read,
        [GetRevocationRegistryDelta.Number] = GetRevocationRegistryDelta.Read,
        [PoolRestart.Number] = PoolRestart.Read,
        [ValidatorReport.Number] = ValidatorReport.Read,
        [AuthorizationRule.Number] = AuthorizationRule.Read,
        [GetAuthorizationRule.Number] = GetAuthorizationRule.Read,
        [AuthorizationRules.Number] = AuthorizationRules.Read,
        [Flag.Number] = Flag.Read,
        [GetFlag.Number] = GetFlag.Read,
    };

    public static Func<OperationReader, LedgerOperation>? Find(string type) => ByType.GetValueOrDefault(type);
}
