namespace GovID.Cryptography.Internal.Keys;

/// <summary>The multicodecs of a curve's keys.</summary>
internal readonly record struct EcCodecs(ulong Public, ulong Secret);
