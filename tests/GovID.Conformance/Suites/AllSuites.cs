using GovID.Conformance.Suites.AnonCreds;
using GovID.Conformance.Suites.Auth;
using GovID.Conformance.Suites.Bls;
using GovID.Conformance.Suites.DidIndy;
using GovID.Conformance.Suites.Dids;
using GovID.Conformance.Suites.Genesis;
using GovID.Conformance.Suites.Golden;
using GovID.Conformance.Suites.Merkle;
using GovID.Conformance.Suites.Reference;
using GovID.Conformance.Suites.Replies;
using GovID.Conformance.Suites.Signing;
using GovID.Conformance.Suites.Trie;
using GovID.Conformance.Suites.Wire;

namespace GovID.Conformance.Suites;

/// <summary>Every suite, in the order <c>all</c> runs them.</summary>
public static class AllSuites
{
    /// <summary>The suites by their path below <c>vectors/</c>.</summary>
    public static IReadOnlyList<Suite> List { get; } =
    [
        new BlsSuite(),
        new MerkleSuite(),
        new TrieSuite(),
        new WireSuite(),
        new SigningSuite(),
        new DidSuite(),
        new GenesisSuite(),
        new DidIndySuite(),
        new RepliesSuite(),
        new AnonCredsSuite("anoncreds"),
        new AnonCredsSuite("anoncreds/reference"),
        new AuthSuite(),
        new LedgerSuite(),
        new ReferenceSuite(),
    ];
}
