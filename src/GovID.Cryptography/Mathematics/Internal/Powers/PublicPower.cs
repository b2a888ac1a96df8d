using System.Numerics;

namespace GovID.Cryptography.Mathematics.Internal.Powers;

/// <summary>A factor that is ready to be computed: the base reduced, the exponent not negative.</summary>
internal readonly record struct PublicPower(BigInteger Base, FixedBaseTable? Table, BigInteger Exponent);
