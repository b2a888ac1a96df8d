using System.Text;
using GovID.Ledger;
using GovID.Ledger.Genesis;

namespace GovID.Bench.Fuzz.Targets.Ledger;

/// <summary>Genesis files of both kinds and founding plans: a refusal names its line, and what is written has the same root.</summary>
public sealed class GenesisTarget : FuzzTarget
{
    public override string Name => "ledger-genesis";

    public override bool IsJson => true;

    public override IEnumerable<byte[]> Words() =>
        ["\"txn\""u8.ToArray(), "\"services\""u8.ToArray(), "\"VALIDATOR\""u8.ToArray(), "\"blskey\""u8.ToArray(), "\"seqNo\""u8.ToArray(), "\r\n"u8.ToArray()];

    public override IEnumerable<byte[]> Seeds()
    {
        var genesis = SandboxNetwork.Create(new SandboxOptions { Nodes = 2 }).Genesis;
        return
        [
            genesis.Pool.ToBytes(),
            genesis.Domain.ToBytes(),
            Encoding.UTF8.GetBytes("""{"trustees":[{"name":"t","verkey":"CcokUqV7WkojBLxYm7gxRzsWk3q4SE8eVMmEXoYjyvKw"}],"stewards":[{"name":"s","verkey":"x","node":{"alias":"a"}}]}"""),
        ];
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (DomainGenesis.TryParse(input, out var domain) && DomainGenesis.Parse(domain.ToBytes()).Root != domain.Root)
            throw new InvalidOperationException("A domain genesis was changed by writing it.");
        RunPlan(input);
        var pool = PoolGenesis.Parse(input);
        if (PoolGenesis.Parse(pool.ToBytes()).Root != pool.Root)
            throw new InvalidOperationException("A pool genesis was changed by writing it.");
        _ = pool.ActiveNodes.Select(node => node.TransportKey).Count();
    }

    public override bool IsRefusal(Exception exception) => exception is LedgerException;

    private static void RunPlan(ReadOnlySpan<byte> input)
    {
        try
        {
            _ = NetworkPlan.Parse(input).ToGenesis();
        }
        catch (LedgerException refusal)
        {
            _ = refusal.Field;
        }
    }
}
