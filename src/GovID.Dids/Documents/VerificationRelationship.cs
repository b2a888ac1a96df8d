namespace GovID.Dids.Documents;

/// <summary>What a subject's key may be used for (DID Core 1.0, 5.3).</summary>
public enum VerificationRelationship
{
    /// <summary>The subject proves that it is itself.</summary>
    Authentication,

    /// <summary>The subject makes claims, such as issuing credentials.</summary>
    AssertionMethod,

    /// <summary>Others encrypt to the subject.</summary>
    KeyAgreement,

    /// <summary>The subject invokes a capability.</summary>
    CapabilityInvocation,

    /// <summary>The subject hands a capability on.</summary>
    CapabilityDelegation,
}
