using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GovID.Ledger.Genesis;
using GovID.Ledger.Requests;

namespace GovID.Ledger.Tests.Genesis;

public sealed class GenesisTests
{
    private static readonly NetworkGenesis Sandbox = SandboxNetwork.Create(new SandboxOptions()).Genesis;
    private static readonly string Pool = Encoding.UTF8.GetString(Sandbox.Pool.ToBytes());

    [Theory]
    [InlineData("\r\n")]
    [InlineData(" ")]
    [InlineData("\n\n\t\n")]
    [InlineData("")]
    public void Reads_transactions_under_any_white_space(string between) =>
        PoolGenesis.Parse(Encoding.UTF8.GetBytes(string.Join(between, Pool.TrimEnd().Split('\n')))).Root.ShouldBe(Sandbox.Pool.Root);

    [Fact]
    public void Reads_a_transaction_that_spans_lines()
    {
        var spread = Pool.Replace(",\"", ",\n  \"", StringComparison.Ordinal);

        PoolGenesis.Parse(Encoding.UTF8.GetBytes(spread)).Root.ShouldBe(Sandbox.Pool.Root);
    }

    [Fact]
    public void Names_the_line_that_is_cut_off_and_not_the_next()
    {
        var lines = Pool.TrimEnd().Split('\n');
        foreach (var length in Enumerable.Range(1, lines[1].Length - 1))
        {
            var text = string.Join('\n', [lines[0], lines[1][..length], lines[2]]);

            Should.Throw<LedgerException>(() => PoolGenesis.Parse(Encoding.UTF8.GetBytes(text))).Line.ShouldBe(2, $"cut at {length}");
        }
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(" \n ", 1)]
    [InlineData("\n\n[]", 3)]
    [InlineData("5", 1)]
    [InlineData("\n{\"a\":1,\"a\":2}", 2)]
    [InlineData("\n\nrubbish", 3)]
    public void Refuses_what_holds_no_transactions(string text, int line) =>
        Should.Throw<LedgerException>(() => PoolGenesis.Parse(Encoding.UTF8.GetBytes(text))).Line.ShouldBe(line);

    [Fact]
    public void Refuses_files_over_the_limit() =>
        Should.Throw<LedgerException>(() => PoolGenesis.Parse(new byte[(16 * 1024 * 1024) + 1])).Code.ShouldBe(LedgerErrorCode.TooLarge);

    [Fact]
    public void Refuses_too_many_transactions_without_delay() =>
        Should.Throw<LedgerException>(() => PoolGenesis.Parse(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{}\n", 4_000_000))))).Line.ShouldBe(100_001);

    [Fact]
    public void Applies_later_transactions_of_a_node()
    {
        var first = Sandbox.Pool.Transactions;
        var demotion = GovID.Ledger.Values.LedgerMap.Parse(
            """{"reqSignature":{},"txn":{"data":{"data":{"alias":"Node2","services":[],"client_port":"1234"},"dest":"8ECVSk179mjsjKRLWiQtssMLgp6EPhWXtaYyStWPSGAb"},"metadata":{"from":"EbP4aYNeTHL6q385GuVpRV"},"type":"0"},"txnMetadata":{"seqNo":5},"ver":"1"}""");

        var pool = PoolGenesis.Of([.. first, demotion]);

        pool.ActiveNodes.Select(node => node.Alias).ShouldBe(["Node1", "Node3", "Node4"]);
        pool.Nodes[1].ClientAddress.ToString().ShouldBe("tcp://127.0.0.1:1234");
        pool.Nodes[1].BlsKey.ShouldBe(Sandbox.Pool.Nodes[1].BlsKey);
        (Sandbox.Pool.FaultLimit, pool.FaultLimit).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData("\"alias\":\"Node2\"", "\"alias\":\"Node1\"", 2, "txn.data.data.alias")]
    [InlineData("\"seqNo\":3", "\"seqNo\":4", 3, "txnMetadata.seqNo")]
    [InlineData("\"client_ip\":\"127.0.0.1\",\"client_port\":9704,", "", 2, "txn.data.data.client_ip")]
    [InlineData("8ECVSk179mjsjKRLWiQtssMLgp6EPhWXtaYyStWPSGAb", "1111111111111111111111111111111111111111111", 2, "txn.data.dest")]
    public void Refuses_a_contradiction_with_its_line_and_field(string old, string changed, int line, string field)
    {
        var refusal = Should.Throw<LedgerException>(() => PoolGenesis.Parse(Encoding.UTF8.GetBytes(Pool.Replace(old, changed, StringComparison.Ordinal))));

        (refusal.Line, refusal.Field).ShouldBe((line, field));
    }

    [Fact]
    public void Makes_sandboxes_of_other_sizes_and_addresses()
    {
        var network = SandboxNetwork.Create(new SandboxOptions { Nodes = 7, Clients = 0, Addresses = [.. Enumerable.Range(1, 7).Select(i => $"10.0.0.{i}")], FirstPort = 20_000 });

        network.Genesis.Pool.ActiveNodes[6].ClientAddress.ShouldBe(new NetworkEndpoint("10.0.0.7", 20_013));
        network.Genesis.Domain.Nyms.Count(nym => nym.Role == LedgerRole.Steward).ShouldBe(7);
        Should.Throw<ArgumentException>(() => SandboxNetwork.Create(new SandboxOptions { FirstPort = 65_530 }));
    }

    [Fact]
    public void Refuses_a_steward_that_is_none_or_owns_two_nodes()
    {
        var nodes = Sandbox.Pool.Nodes;

        Should.Throw<LedgerException>(() => NetworkGenesis.Make([nodes[0], nodes[1] with { Steward = nodes[0].Steward }], Sandbox.Domain.Nyms).CheckStewards()).Line.ShouldBe(2);
        Should.Throw<LedgerException>(() => NetworkGenesis.Make(nodes, [.. Sandbox.Domain.Nyms.Take(3)]).CheckStewards()).Line.ShouldBe(3);
    }

    [Fact]
    public void Survives_any_change_of_bytes() => Prop.ForAll<(int At, byte With)>(change =>
    {
        var bytes = Encoding.UTF8.GetBytes(Pool);
        bytes[(int)((uint)change.At % (uint)bytes.Length)] = change.With;
        return !PoolGenesis.TryParse(bytes, out var genesis) || PoolGenesis.Parse(genesis.ToBytes()).Root == genesis.Root;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Writes_transport_keys_as_the_standard_example_says()
    {
        var key = Convert.FromHexString("864FD26FB559F75B864FD26FB559F75B864FD26FB559F75B864FD26FB559F75B");

        TransportKeys.ToZ85(key).ShouldBe("HelloWorldHelloWorldHelloWorldHelloWorld");
        TransportKeys.TryFromZ85("HelloWorldHelloWorldHelloWorldHelloWorld", out var read).ShouldBeTrue();
        read.ShouldBe(key);
        TransportKeys.TryFromZ85(new string('#', 40), out _).ShouldBeFalse();
        TransportKeys.TryFromZ85("HelloWorld", out _).ShouldBeFalse();
    }

    [Fact]
    public void Speaks_hashes_as_the_published_examples_do()
    {
        SpokenHash.Of([127, 0, 0, 1]).ShouldBe("lusab-babad");
        SpokenHash.Of([63, 84, 220, 193]).ShouldBe("gutih-tugad");
    }
}
