using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.W3c;
using GovID.Cryptography.Encodings;

namespace GovID.AnonCreds.Tests.W3c;

/// <summary>The MessagePack inside proof values, damaged in every way; random choices come from a fixed seed.</summary>
public sealed class ProofValueTests(W3cFlow flow) : IClassFixture<W3cFlow>
{
    private const int Seed = 20261121;
    private const int Rounds = 1000;

    [Fact]
    public void Reads_damaged_credentials_as_refusals_only()
    {
        var bytes = Bytes(flow.Held);
        var random = new SeededBytes(Seed);
        for (var round = 0; round < Rounds; round++)
            TryCredential(random.Damage(bytes));
    }

    [Fact]
    public void Accepts_no_damaged_presentation()
    {
        var request = LandRegistry.RequestOwnerAndArea();
        var presentation = flow.Present(request, flow.OwnerAndArea());
        var random = new SeededBytes(Seed);
        var original = Derived(presentation);
        for (var round = 0; round < Rounds; round++)
        {
            var damaged = random.Damage(original);
            if (damaged.SequenceEqual(original))
                continue;
            var verdict = flow.VerifyChanged(
                presentation, request, node => node["verifiableCredential"]![0]!["proof"]!["proofValue"] = "u" + Base64Url.Encode(damaged));
            verdict.ShouldNotBeOfType<PresentationVerdict.Accepted>();
        }
    }

    [Fact]
    public void Refuses_every_proof_value_that_is_cut()
    {
        var bytes = Bytes(flow.Held);
        for (var length = 0; length < bytes.Length; length += 7)
            TryCredential(bytes[..length]).ShouldBeFalse();
        TryCredential([.. bytes, 0]).ShouldBeFalse();
        TryCredential(bytes).ShouldBeTrue();
    }

    [Theory]
    [InlineData("92cc01c0")]
    [InlineData("dc000201c0")]
    [InlineData("9201dfffffffff")]
    [InlineData("9201ddffffffff01")]
    [InlineData("9201dbffffffff")]
    [InlineData("9201c3")]
    [InlineData("9201cb0000000000000000")]
    [InlineData("9201c403010203")]
    [InlineData("920181a1ffc0")]
    [InlineData("920182a161c0a161c0")]
    [InlineData("92018101c0")]
    [InlineData("9202c0")]
    [InlineData("9301c0c0")]
    [InlineData("92019191919191919191919191919191919191c0")]
    public void Refuses_forms_that_proof_values_do_not_have(string hex) => TryCredential(Convert.FromHexString(hex)).ShouldBeFalse();

    private static byte[] Bytes(W3cCredential credential) =>
        Decode(System.Text.Json.Nodes.JsonNode.Parse(credential.ToUtf8Json())!["proof"]![0]!["proofValue"]!.GetValue<string>());

    private static byte[] Derived(W3cPresentation presentation) => Decode(
        System.Text.Json.Nodes.JsonNode.Parse(presentation.ToUtf8Json())!["verifiableCredential"]![0]!["proof"]!["proofValue"]!.GetValue<string>());

    private static byte[] Decode(string proofValue) => Base64Url.Decode(proofValue.AsSpan(1));

    private bool TryCredential(byte[] bytes)
    {
        var json = W3cFlow.Changed(flow.Held.ToUtf8Json(), node => node["proof"]![0]!["proofValue"] = "u" + Base64Url.Encode(bytes));
        try
        {
            _ = W3cCredential.Parse(json);
            return true;
        }
        catch (AnonCredsException refusal)
        {
            refusal.Code.ShouldBeOneOf(AnonCredsErrorCode.Malformed, AnonCredsErrorCode.Invalid);
            return false;
        }
    }

    /// <summary>Flips, cuts, inserts and repeats bytes.</summary>
    private sealed class SeededBytes(int seed)
    {
        private uint _state = (uint)seed;

        public byte[] Damage(byte[] bytes)
        {
            var at = Next(bytes.Length);
            return Next(4) switch
            {
                0 => [.. bytes[..at], (byte)(bytes[at] ^ (1 + Next(255))), .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + 1 + Next(8))..]],
                2 => [.. bytes[..at], (byte)Next(256), .. bytes[at..]],
                _ => [.. bytes[..at], .. bytes[Next(at + 1)..]],
            };
        }

        /// <summary>A linear congruential generator: repeatable, and no more is asked of it.</summary>
        private int Next(int below)
        {
            _state = unchecked((_state * 1664525) + 1013904223);
            return (int)((_state >> 8) % (uint)below);
        }
    }
}
