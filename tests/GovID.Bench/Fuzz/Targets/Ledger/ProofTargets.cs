using System.Text;
using GovID.Cryptography.Bls;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Bench.Fuzz.Targets.Ledger;

/// <summary>Trie nodes under a genuine root: the genuine value, genuine absence, or a refusal; never anything else.</summary>
public sealed class TrieProofTarget : FuzzTarget
{
    private readonly StateView _state = Filled();

    public override string Name => "ledger-trie-proof";

    public override IEnumerable<byte[]> Seeds() =>
        [_state.Prove(Key(3)).ProofNodes.ToArray(), _state.Prove(Key(1000)).ProofNodes.ToArray(), _state.Prove([]).ProofNodes.ToArray()];

    public override void Run(ReadOnlySpan<byte> input)
    {
        foreach (var key in (byte[][])[Key(3), Key(1000), []])
        {
            var known = _state.Get(key);
            var isTrue = TrieProof.Verify(_state.Root, input, key) switch
            {
                TrieVerdict.Present present => known is not null && present.Value.Span.SequenceEqual(known),
                TrieVerdict.Absent => known is null,
                _ => true,
            };
            Refusal.Unless(isTrue, "a forged proof was believed");
        }
    }

    public override bool IsRefusal(Exception exception) => Refusal.Is(exception);

    private static StateView Filled()
    {
        var trie = new StateTrie();
        for (var i = 0; i < 100; i++)
            trie.Set(Key(i), Encoding.ASCII.GetBytes($"a value of more than thirty-two bytes, number {i}"));
        return trie.Commit();
    }

    private static byte[] Key(int i) => StateKeys.Nym($"{i}");
}

/// <summary>A whole reply with its state proof: verified only while it says what the state says; the verifier never throws.</summary>
public sealed class StateProofTarget : FuzzTarget
{
    private const string Dest = "NKGKtcNwssToP5f7uhsEs4";

    private static readonly LedgerMap Query = LedgerMap.Of(("type", "105"), ("dest", Dest));
    private readonly LedgerMap _genuine;
    private readonly StateProofVerifier _verifier;

    public StateProofTarget()
    {
        using var secret = BlsSecretKey.FromSeed(new byte[32]);
        var trie = new StateTrie();
        var stored = LedgerMap.Of(("identifier", LedgerValue.Null), ("role", "0"), ("seqNo", 1), ("txnTime", 5), ("verkey", "~CoRER63DVYnWZtK8uAzNbx"));
        trie.Set(StateKeys.Nym(Dest), stored.ToStateJsonBytes());
        var value = new MultiSignatureValue(1, StateTrie.EmptyRoot, trie.Root, StateTrie.EmptyRoot, 5);
        var signature = new MultiSignature(secret.Sign(value.SignedBytes).ToString(), ["Node1"], value);
        _verifier = new StateProofVerifier(new PoolKeys([KeyValuePair.Create("Node1", secret.PublicKey)], 1));
        _genuine = Query.With("data", stored.With("dest", Dest).ToStateJson()).With("seqNo", 1).With("txnTime", 5)
            .With("state_proof", trie.Prove(StateKeys.Nym(Dest)).WithMultiSignature(signature).ToMap());
    }

    public override string Name => "ledger-state-proof";

    public override bool IsJson => true;

    public override IEnumerable<byte[]> Seeds() => [_genuine.ToStateJsonBytes()];

    public override void Run(ReadOnlySpan<byte> input)
    {
        var reply = LedgerMap.Parse(input);
        if (_verifier.Verify(Query, reply, DateTimeOffset.UnixEpoch) is not StateProofVerdict.Verified)
            return;

        foreach (var name in (string[])["seqNo", "txnTime"])
            Refusal.Unless(Equals(reply.Find(name), _genuine.Find(name)), "a changed reply was believed");
        var data = LedgerValue.Parse((reply.Find("data") as LedgerText)?.Value ?? $"{reply.Find("data")}");
        var known = LedgerMap.Parse(_genuine.FindText("data")!.Value);
        Refusal.Unless(data is LedgerMap map && map.All(member => member.Value.Equals(known.Find(member.Key) ?? LedgerValue.Null)), "changed data were believed");
    }

    public override bool IsRefusal(Exception exception) => Refusal.Is(exception);
}
