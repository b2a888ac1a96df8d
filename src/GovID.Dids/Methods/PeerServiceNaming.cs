namespace GovID.Dids.Methods;

/// <summary>How services of a did:peer:2 that bring no id are named in its document.</summary>
public enum PeerServiceNaming
{
    /// <summary>The type in lower case and the position among the services: <c>#didcommmessaging-0</c>. What deployed agents do.</summary>
    TypeAndPosition,

    /// <summary><c>#service</c>, then <c>#service-1</c>, … What the method's specification says.</summary>
    Specification,
}
