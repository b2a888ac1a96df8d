using GovID.Bench.Fuzz.Targets;
using GovID.Bench.Fuzz.Targets.AnonCreds;
using GovID.Bench.Fuzz.Targets.Cryptography;
using GovID.Bench.Fuzz.Targets.Ledger;

namespace GovID.Bench.Fuzz;

/// <summary>Every target of the fuzz driver, by hand and in one place.</summary>
public static class AllTargets
{
    public static IReadOnlyList<FuzzTarget> List { get; } =
    [
        new BenchArgumentsTarget(),
        new BigNumberTextTarget(),
        new ModularPowerTarget(),
        new Base58Target(),
        new Base64UrlTarget(),
        new MultikeyTarget(),
        new MultihashTarget(),
        new JsonWebKeyTarget(),
        new Sec1Target(),
        new CurveBytesTarget(),
        new CurveTextTarget(),
        new DidTarget(),
        new DidDocumentTarget(),
        new RequestTarget(),
        new RequestPipelineTarget(),
        new GenesisTarget(),
        new IndyDidTarget(),
        new LedgerJsonTarget(),
        new MessagePackTarget(),
        new RlpTarget(),
        new TrieProofTarget(),
        new StateProofTarget(),
        new WireMessageTarget(),
        .. AnonCredsTargets.List,
    ];
}
