using System.Globalization;
using System.Text;
using GovID.Cryptography.Bls;
using GovID.Ledger.Merkle;
using GovID.Ledger.State;

namespace GovID.Ledger.Tests.State;

/// <summary>Four validators with the sandbox keys, who sign whatever a test wants.</summary>
internal sealed class TestPool : IDisposable
{
    public const long Time = 1_700_000_000;

    private readonly BlsSecretKey[] _secrets = [.. Enumerable.Range(1, 4).Select(number =>
        BlsSecretKey.FromSeed(Encoding.ASCII.GetBytes(Alias(number).PadLeft(32, '0'))))];

    public PoolKeys Keys => new(_secrets.Select((secret, i) => KeyValuePair.Create(Alias(i + 1), secret.PublicKey)), 4);

    public static string Alias(int number) => "Node" + number.ToString(CultureInfo.InvariantCulture);

    public MultiSignature Sign(MerkleHash stateRoot, MerkleHash txnRoot, int ledger, params int[] signers)
    {
        var value = new MultiSignatureValue(ledger, StateTrie.EmptyRoot, stateRoot, txnRoot, Time);
        var shares = signers.Select(number => _secrets[number - 1].Sign(value.SignedBytes)).ToArray();
        return new MultiSignature(BlsSignature.Aggregate(shares).ToString(), signers.Select(Alias), value);
    }

    public void Dispose()
    {
        foreach (var secret in _secrets)
            secret.Dispose();
    }
}
