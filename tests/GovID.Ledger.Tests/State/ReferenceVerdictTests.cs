using System.Globalization;
using System.Text;
using GovID.Cryptography.Bls;
using GovID.Ledger.State;
using GovID.Ledger.Values;
using GovID.TestKit;

namespace GovID.Ledger.Tests.State;

/// <summary>Single replies of the reference pool, with the recorded decision whether their proof alone suffices.</summary>
public sealed class ReferenceVerdictTests
{
    private static readonly PoolKeys Sandbox = new(Enumerable.Range(1, 4).Select(Key), 4);

    [Fact]
    public void Decides_every_recorded_reply_as_recorded()
    {
        Assert.SkipUnless(SharedData.Exists, SharedData.Absent);
        var file = LedgerMap.Parse(
            File.ReadAllBytes(Path.Combine(SharedData.Vectors("indy/reference"), "replies.json")), JsonLimits.NodeMessage);
        var verifier = new StateProofVerifier(Sandbox, new StateProofOptions { AcceptAnyAgeUnsafe = true });
        var wrong = new List<string>();

        foreach (var item in file.FindList("replies")!.Cast<LedgerMap>())
        {
            var operation = item.FindMap("request")!.FindMap("operation")!;
            if (item.FindMap("reply")?.FindMap("result") is not { } result)
                continue;
            var verdict = verifier.Verify(operation, result, default);
            var isProven = item.Find("provenByOneNode") is LedgerBoolean { Value: true };
            if (verdict is StateProofVerdict.Verified != isProven)
                wrong.Add($"{item.FindText("name")?.Value}: recorded {isProven}, decided {verdict}");
        }

        wrong.ShouldBeEmpty();
    }

    private static KeyValuePair<string, BlsPublicKey> Key(int number)
    {
        var alias = "Node" + number.ToString(CultureInfo.InvariantCulture);
        using var secret = BlsSecretKey.FromSeed(Encoding.ASCII.GetBytes(alias.PadLeft(32, '0')));
        return new(alias, secret.PublicKey);
    }
}
