using System.Text;
using GovID.Ledger.Merkle;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.State;

public sealed class TrieProofTests
{
    private readonly StateTrie _trie = new();
    private readonly StateView _view;

    public TrieProofTests()
    {
        for (var i = 0; i < 300; i++)
            _trie.Set(Key(i), Encoding.ASCII.GetBytes($"a value of more than thirty-two bytes, number {i}"));
        _view = _trie.Commit();
    }

    [Fact]
    public void Accepts_the_nodes_in_any_order()
    {
        var nodes = Nodes(7);
        nodes.Count.ShouldBeGreaterThan(2);

        Fault([.. nodes.Reverse()], 7).ShouldBeNull();
        Verify([.. nodes.Skip(1), nodes[0]], 7).ShouldBeOfType<TrieVerdict.Present>();
    }

    [Fact]
    public void Refuses_missing_nodes()
    {
        var nodes = Nodes(7);

        for (var i = 0; i < nodes.Count; i++)
            Fault([.. nodes.Take(i), .. nodes.Skip(i + 1)], 7).ShouldBe(TrieFault.MissingNode);
        Fault([], 7).ShouldBe(TrieFault.MissingNode);
    }

    [Fact]
    public void Refuses_surplus_nodes_and_a_node_listed_twice()
    {
        var nodes = Nodes(7);

        Fault([.. nodes, Nodes(8)[^1]], 7).ShouldBe(TrieFault.SurplusNode);
        Fault([.. nodes, nodes[1]], 7).ShouldBe(TrieFault.LoopingNode);
    }

    [Fact]
    public void Refuses_nodes_whose_parts_are_swapped()
    {
        var nodes = Nodes(7);
        var branch = (LedgerList)nodes[0];
        var swapped = new LedgerList(branch.Reverse());

        Fault([swapped, .. nodes.Skip(1)], 7).ShouldBe(TrieFault.MissingNode);
        Fault([.. nodes.Take(nodes.Count - 1), Nodes(8)[^1]], 7).ShouldBe(TrieFault.MissingNode);
    }

    [Fact]
    public void Refuses_any_changed_bit()
    {
        var proof = _view.Prove(Key(7)).ProofNodes.ToArray();
        for (var i = 0; i < proof.Length * 8; i += 3)
        {
            proof[i / 8] ^= (byte)(1 << (i % 8));
            TrieProof.Verify(_view.Root, proof, Key(7)).ShouldBeOfType<TrieVerdict.Rejected>();
            proof[i / 8] ^= (byte)(1 << (i % 8));
        }
    }

    [Fact]
    public void Refuses_a_proof_under_another_root()
    {
        Fault(Nodes(7), 7, StateTrie.EmptyRoot).ShouldBe(TrieFault.SurplusNode);
        Fault(Nodes(7), 7, default(MerkleHash)).ShouldBe(TrieFault.MissingNode);
    }

    [Fact]
    public void Refuses_forms_that_no_trie_has()
    {
        var oversized = new byte[StateProof.MaxProofBytes + 1];

        TrieProof.Verify(_view.Root, oversized, Key(7)).ShouldBe(new TrieVerdict.Rejected(TrieFault.ProofTooLarge));
        TrieProof.Verify(_view.Root, [0x80], Key(7)).ShouldBe(new TrieVerdict.Rejected(TrieFault.MalformedNodes));
        TrieProof.Verify(_view.Root, [], Key(7)).ShouldBe(new TrieVerdict.Rejected(TrieFault.MalformedNodes));
        var many = Enumerable.Range(0, 600).Select(i => (LedgerValue)new LedgerBytes(BitConverter.GetBytes(i)));
        Fault([.. many], 7).ShouldBe(TrieFault.ProofTooLarge);
    }

    [Theory]
    [InlineData("00", "c3827631", TrieFault.NotCanonicalNode)] // an extension without path could lead in circles
    [InlineData("21", "c3827631", TrieFault.NotCanonicalNode)] // a padding nibble that is not zero
    [InlineData("40", "c3827631", TrieFault.NotCanonicalNode)] // unknown flags
    [InlineData("", "c3827631", TrieFault.NotCanonicalNode)]
    [InlineData("20", "7631", TrieFault.MalformedValue)]
    [InlineData("20", "c0", TrieFault.MalformedValue)]
    [InlineData("20", "c27631", TrieFault.MalformedValue)]
    public void Refuses_nodes_in_another_form_than_their_only_one(string path, string content, TrieFault fault)
    {
        var node = new LedgerList(new LedgerBytes(Convert.FromHexString(path)), new LedgerBytes(Convert.FromHexString(content)));
        var root = new MerkleHash(Cryptography.Hashing.Sha3_256.Hash(Rlp.Write(node)));

        TrieProof.Verify(root, Rlp.Write(new LedgerList(node)), []).ShouldBe(new TrieVerdict.Rejected(fault));
    }

    [Fact]
    public void Proves_keys_that_extend_one_another_absent_or_present_strictly()
    {
        var trie = new StateTrie();
        trie.Set("did:2:name:1.0"u8, "{\"x\":1}"u8);
        trie.Set("did:2:name:2.13.4"u8, "{\"x\":2}"u8);

        foreach (var absent in (string[])["did:2:name:1.0.0", "did:2:name:2.13", "did:2:name:2.13.4.1", "did:2:name:", "did"])
        {
            var key = Encoding.ASCII.GetBytes(absent);
            TrieProof.Verify(trie.Root, trie.Prove(key).ProofNodes.Span, key).ShouldBeOfType<TrieVerdict.Absent>();
        }
    }

    [Fact]
    public void Lets_several_keys_share_their_nodes()
    {
        var shared = Nodes(7).Union(Nodes(8)).Union(Nodes(9)).ToList();
        var proof = Rlp.Write(new LedgerList(shared));

        TrieProof.VerifyAll(_view.Root, proof, [Key(7), Key(8), Key(9)]).ShouldAllBe(verdict => verdict is TrieVerdict.Present);
        TrieProof.VerifyAll(_view.Root, proof, [Key(7), Key(8)]).ShouldAllBe(verdict => verdict is TrieVerdict.Rejected);
        Fault(shared, 7).ShouldBe(TrieFault.SurplusNode);
    }

    private static byte[] Key(int i) => Cryptography.Hashing.Sha256.Hash(BitConverter.GetBytes(i));

    private IReadOnlyList<LedgerValue> Nodes(int i) => (LedgerList)Rlp.Read(_view.Prove(Key(i)).ProofNodes.Span);

    private TrieVerdict Verify(IReadOnlyList<LedgerValue> nodes, int i, MerkleHash? root = null) =>
        TrieProof.Verify(root ?? _view.Root, Rlp.Write(new LedgerList(nodes)), Key(i));

    private TrieFault? Fault(IReadOnlyList<LedgerValue> nodes, int i, MerkleHash? root = null) =>
        (Verify(nodes, i, root) as TrieVerdict.Rejected)?.Fault;
}
