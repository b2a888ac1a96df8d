using System.Globalization;
using System.Text;
using GovID.Cryptography.Bls;
using GovID.Ledger.State;

namespace GovID.Conformance.Suites.Replies;

/// <summary>The four validators of the well-known test network, made from their seeds (specification 2.3).</summary>
internal static class SandboxPool
{
    private const int Nodes = 4;
    private const int SeedLength = 32;

    public static PoolKeys Keys { get; } = new(Enumerable.Range(1, Nodes).Select(Key), Nodes);

    private static KeyValuePair<string, BlsPublicKey> Key(int number)
    {
        var alias = "Node" + number.ToString(CultureInfo.InvariantCulture);
        using var secret = BlsSecretKey.FromSeed(Encoding.ASCII.GetBytes(alias.PadLeft(SeedLength, '0')));
        return new(alias, secret.PublicKey);
    }
}
