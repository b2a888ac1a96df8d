using System.Globalization;
using System.Text;
using GovID.Cryptography.Bls;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;
using GovID.Ledger.Genesis;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Genesis;

public class NetworkPlanTests
{
    [Fact]
    public void Makes_a_network_of_one_node_for_each_steward()
    {
        var genesis = NetworkPlan.Parse(Plan(Node(1), Node(2)).ToStateJsonBytes()).ToGenesis();

        genesis.Pool.ActiveNodes.Select(node => node.Alias).ShouldBe(["Land1", "Land2"]);
        genesis.Domain.Nyms.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("alias")]
    [InlineData("verkey")]
    [InlineData("blskey", "blskey_pop")]
    [InlineData("node_port")]
    [InlineData("client_port")]
    public void Refuses_two_nodes_that_share_what_tells_them_apart(params string[] members)
    {
        var second = members.Aggregate(Node(2), (node, member) => node.With(member, Node(1).Find(member)!));

        var refusal = Should.Throw<LedgerException>(() => NetworkPlan.Parse(Plan(Node(1), second).ToStateJsonBytes()));
        refusal.Code.ShouldBe(LedgerErrorCode.Inconsistent);
        refusal.Field.ShouldBe($"stewards[1].node.{members[0]}");
    }

    [Fact]
    public void Refuses_the_same_node_under_two_stewards()
    {
        Should.Throw<LedgerException>(() => NetworkPlan.Parse(Plan(Node(1), Node(1)).ToStateJsonBytes()))
            .Field.ShouldBe("stewards[1].node.alias");
    }

    [Theory]
    [InlineData("[::1]:80")]
    [InlineData("[::1]")]
    [InlineData("fe80::1%eth0")]
    public void Refuses_a_published_address_with_more_than_the_address(string text)
    {
        var pool = Encoding.UTF8.GetString(SandboxNetwork.Create(new SandboxOptions()).Genesis.Pool.ToBytes());
        var changed = Encoding.UTF8.GetBytes(pool.Replace("\"client_ip\":\"127.0.0.1\"", $"\"client_ip\":\"{text}\"", StringComparison.Ordinal));

        var refusal = Should.Throw<LedgerException>(() => PoolGenesis.Parse(changed));
        (refusal.Line, refusal.Field).ShouldBe((1, "txn.data.data.client_ip"));
    }

    private static LedgerMap Plan(params LedgerMap[] nodes) => LedgerMap.Of(
        ("trustees", new LedgerList(LedgerMap.Of(("name", "Ministry"), ("verkey", Key("trustee"))))),
        ("stewards", new LedgerList(nodes.Select((node, i) => (LedgerValue)LedgerMap.Of(
            ("name", "Office " + Text(i)), ("verkey", Key("steward" + Text(i))), ("node", node))))));

    private static LedgerMap Node(int number)
    {
        using var bls = BlsSecretKey.FromSeed(Seed("bls" + Text(number)));
        return LedgerMap.Of(
            ("alias", "Land" + Text(number)), ("verkey", Key("node" + Text(number))), ("node_ip", "192.0.2.1"), ("node_port", 9_699 + (2 * number)),
            ("client_ip", "192.0.2.1"), ("client_port", 9_700 + (2 * number)), ("blskey", bls.PublicKey.ToString()), ("blskey_pop", bls.ProvePossession().ToString()));
    }

    private static string Key(string name)
    {
        using var key = PrivateKey.Import(KeyType.Ed25519, Seed(name));
        return Base58.Encode(key.PublicKey.Export());
    }

    private static byte[] Seed(string name) => Encoding.ASCII.GetBytes(name.PadLeft(32, '-'));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
