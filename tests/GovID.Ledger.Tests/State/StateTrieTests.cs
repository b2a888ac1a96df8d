using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GovID.Ledger.Merkle;
using GovID.Ledger.State;

namespace GovID.Ledger.Tests.State;

public sealed class StateTrieTests
{
    [Fact]
    public void Starts_with_the_root_of_nothing()
    {
        var trie = new StateTrie();

        Convert.ToHexStringLower(trie.Root.ToArray()).ShouldBe("bc2071a4de846f285702447f2589dd163678e0972a8a1b0d28b04ed5c094547f");
        trie.Root.ShouldBe(StateTrie.EmptyRoot);
        trie.Get("any"u8).ShouldBeNull();
        TrieProof.Verify(trie.Root, trie.Prove("any"u8).ProofNodes.Span, "any"u8).ShouldBeOfType<TrieVerdict.Absent>();
    }

    [Fact]
    public void Has_the_known_roots_of_a_short_sequence()
    {
        var trie = new StateTrie();

        trie.Set("33"u8, "v1"u8);
        Convert.ToHexStringLower(trie.Root.ToArray()).ShouldBe("7c3fe8a8e45d3efab16866566676164b85b229318cf31b19069ef822c80e2f5a");
        trie.Set("34"u8, "v2"u8);
        Convert.ToHexStringLower(trie.Root.ToArray()).ShouldBe("425d8562122e75d5203368507265b2bb53e4009a42bc010503cec6f1ad4ceccd");
    }

    [Fact]
    public void Treats_an_empty_value_as_removal()
    {
        var trie = new StateTrie();
        trie.Set("a"u8, "1"u8);
        trie.Set("ab"u8, "2"u8);
        var before = trie.Root;

        trie.Set("abc"u8, "3"u8);
        trie.Set("abc"u8, []);

        trie.Root.ShouldBe(before);
        trie.Remove("abc"u8).ShouldBeFalse();
        trie.Remove("a"u8).ShouldBeTrue();
        trie.Remove("ab"u8).ShouldBeTrue();
        trie.Root.ShouldBe(StateTrie.EmptyRoot);
    }

    [Fact]
    public void Reads_uncommitted_writes_and_drops_them_on_rollback()
    {
        var trie = new StateTrie();
        trie.Set("k"u8, "1"u8);
        var committed = trie.Commit();
        trie.Set("k"u8, "2"u8);
        trie.Set("new"u8, "3"u8);

        trie.Get("k"u8).ShouldBe("2"u8.ToArray());
        committed.Get("k"u8).ShouldBe("1"u8.ToArray());
        trie.At(trie.Root).ShouldBeNull();
        trie.Rollback();

        trie.Get("k"u8).ShouldBe("1"u8.ToArray());
        trie.Get("new"u8).ShouldBeNull();
        trie.Root.ShouldBe(committed.Root);
    }

    [Fact]
    public void Keeps_several_batches_in_flight_apart()
    {
        var trie = new StateTrie();
        trie.Set("a"u8, "1"u8);
        var first = trie.Freeze();
        trie.Set("a"u8, "2"u8);
        var second = trie.Freeze();
        trie.Set("a"u8, "3"u8);

        trie.Commit(first);
        trie.Get("a"u8).ShouldBe("3"u8.ToArray());
        trie.Restore(second);
        trie.Get("a"u8).ShouldBe("2"u8.ToArray());
        trie.Rollback();
        trie.Get("a"u8).ShouldBe("1"u8.ToArray());
        trie.At(first.Root)!.Get("a"u8).ShouldBe("1"u8.ToArray());
        trie.At(second.Root).ShouldBeNull();
        Should.Throw<ArgumentException>(() => new StateTrie().Restore(second));
    }

    [Fact]
    public void Lists_entries_by_prefix_in_key_order()
    {
        var trie = new StateTrie();
        foreach (var key in (string[])["2:d:ff", "2:d:0a", "2:latest", "2:d:0", "1:x", "2:d", "3:latest"])
            trie.Set(Encoding.ASCII.GetBytes(key), "v"u8);
        var view = trie.Commit();

        Keys(view, "2:d:").ShouldBe(["2:d:0", "2:d:0a", "2:d:ff"]);
        Keys(view, "2:").ShouldBe(["2:d", "2:d:0", "2:d:0a", "2:d:ff", "2:latest"]);
        Keys(view, "").Length.ShouldBe(7);
        Keys(view, "4").ShouldBeEmpty();
        Keys(view, "2:latest-and-more").ShouldBeEmpty();
        Keys(view, "2:late").ShouldBe(["2:latest"]);
    }

    [Fact]
    public void Holds_large_values_and_keys_up_to_the_limits()
    {
        var trie = new StateTrie();
        var large = new byte[StateTrie.MaxValueLength];
        var key = new byte[StateTrie.MaxKeyLength];
        trie.Set(key, large);
        trie.Set(key.AsSpan(1), "small"u8);
        trie.Commit();

        trie.Get(key).ShouldBe(large);
        Should.Throw<ArgumentException>(() => trie.Set(new byte[StateTrie.MaxKeyLength + 1], "x"u8));
        Should.Throw<ArgumentException>(() => trie.Set("k"u8, new byte[StateTrie.MaxValueLength + 1]));
        trie.Get(new byte[StateTrie.MaxKeyLength + 1]).ShouldBeNull();
    }

    [Fact]
    public void Takes_keys_that_all_extend_one_another()
    {
        var trie = new StateTrie();
        var key = new byte[2000];
        for (var length = 0; length <= key.Length; length++)
            trie.Set(key.AsSpan(0, length), "value"u8);
        var root = trie.Root;

        trie.Prove(key.AsSpan(0, 100)).ProofNodes.Length.ShouldBeGreaterThan(0);
        TrieProof.Verify(root, trie.Prove(key.AsSpan(0, 100)).ProofNodes.Span, key.AsSpan(0, 100)).ShouldBeOfType<TrieVerdict.Present>();
        for (var length = 0; length <= key.Length; length++)
            trie.Remove(key.AsSpan(0, length)).ShouldBeTrue();
        trie.Root.ShouldBe(StateTrie.EmptyRoot);
    }

    /// <summary>A trie does what a sorted dictionary does, at every root it ever had, and its root depends on the content alone.</summary>
    [Fact]
    public void Agrees_with_a_dictionary_over_random_histories()
    {
        Prop.ForAll(Histories(), history =>
        {
            var trie = new StateTrie();
            var model = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
            var past = new List<(MerkleHash Root, SortedDictionary<string, byte[]> Content)>();
            foreach (var (key, value, commits) in history)
            {
                Write(trie, model, key, value);
                if (!commits)
                    continue;
                past.Add((trie.Commit().Root, new(model, StringComparer.Ordinal)));
            }

            CheckContent(trie.Freeze(), model);
            foreach (var (root, content) in past)
                CheckContent(trie.At(root)!, content);
        }).QuickCheckThrowOnFailure();
    }

    private static void Write(StateTrie trie, SortedDictionary<string, byte[]> model, string key, byte[] value)
    {
        var bytes = Encoding.ASCII.GetBytes(key);
        if (value.Length == 0)
            trie.Remove(bytes).ShouldBe(model.Remove(key));
        else
            model[key] = value;
        trie.Set(bytes, value);
    }

    private static void CheckContent(StateView view, SortedDictionary<string, byte[]> content)
    {
        var rebuilt = new StateTrie();
        foreach (var (key, value) in content.Reverse())
            rebuilt.Set(Encoding.ASCII.GetBytes(key), value);
        rebuilt.Root.ShouldBe(view.Root);
        view.Entries([]).Select(entry => Encoding.ASCII.GetString(entry.Key)).ShouldBe(content.Keys);

        foreach (var key in (string[])[.. content.Keys, "", "a", "ab", "zz", "abba"])
        {
            var bytes = Encoding.ASCII.GetBytes(key);
            var known = content.GetValueOrDefault(key);
            view.Get(bytes).ShouldBe(known);
            var verdict = TrieProof.Verify(view.Root, view.Prove(bytes).ProofNodes.Span, bytes);
            if (known is null)
                verdict.ShouldBeOfType<TrieVerdict.Absent>();
            else
                verdict.ShouldBeOfType<TrieVerdict.Present>().Value.ToArray().ShouldBe(known);
        }
    }

    private static Arbitrary<(string Key, byte[] Value, bool Commits)[]> Histories()
    {
        var key = Gen.Elements('a', 'b', 'q').ListOf().Select(letters => string.Concat(letters.Take(6)));
        var value = Gen.Frequency(
            (1, Gen.Constant(0)), (3, Gen.Choose(1, 4)), (1, Gen.Choose(20, 70))).SelectMany(length => Gen.Constant(length))
            .SelectMany(length => Gen.Choose(1, 255).Select(fill => Enumerable.Repeat((byte)fill, length).ToArray()));
        var step = from k in key from v in value from c in Gen.Choose(0, 4) select (k, v, c == 0);
        return step.ArrayOf().ToArbitrary();
    }

    private static string[] Keys(StateView view, string prefix) =>
        [.. view.Entries(Encoding.ASCII.GetBytes(prefix)).Select(entry => Encoding.ASCII.GetString(entry.Key))];
}
