using System.Text;
using GovID.Dids.Documents;
using GovID.Dids.Methods;

namespace GovID.Dids.Tests;

/// <summary>Parsers may refuse, but only with this package's exception or a verdict.</summary>
public sealed class MutatedInputTests
{
    private const int Rounds = 4_000;

    private static readonly string[] Dids =
    [
        "did:key:z6MkmjY8GnV5i9YTDtPETC2uUAW6ejw3nk5mXF5yci5ab7th",
        "did:key:zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv",
        "did:jwk:eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6IjExcVlBWUt4Q3JmVlNfN1R5V1FIT2c3aGN2UGFwaU1scndJYWFQY0hVUm8ifQ",
        "did:peer:0z6MksLeew51QS6Ca6tVKM56LQNbxCNVcLHv4xXj4jMkAhPWU",
        "did:peer:2.Vz6MkqRYqQiSgvZQdnBytw86Qbs2ZWUkGv22od935YF4s8M7V.SeyJ0IjoiZG0iLCJzIjoiaHR0cHM6Ly9leGFtcGxlLmNvbS9lbmRwb2ludCIsInIiOlsiZGlkOmV4YW1wbGU6c29tZW1lZGlhdG9yI3NvbWVrZXkiXX0",
        DidPeer.CreateLongForm("""{"verificationMethod":[{"id":"#k","type":"Multikey"}]}"""u8.ToArray()).ToString(),
    ];

    [Fact]
    public async Task Resolvers_answer_whatever_a_did_looks_like()
    {
        var random = new SeededRandom(20261121);
        var resolver = new DidResolver(DidResolver.Offline);
        for (var i = 0; i < Rounds; i++)
        {
            var text = random.Mutate(Dids[i % Dids.Length]);
            if (Did.TryParse(text, out var did)) (await resolver.ResolveAsync(did, TestContext.Current.CancellationToken)).ShouldNotBeNull();
            if (DidUrl.TryParse(text, out var url)) url.ToString().ShouldBe(text);
        }
    }

    [Fact]
    public void Documents_are_read_or_refused()
    {
        var random = new SeededRandom(7);
        var seed = Encoding.UTF8.GetString(DidKey.CreateDocument(Did.Parse(Dids[0])).ToUtf8Json());
        for (var i = 0; i < Rounds; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(random.Mutate(seed));
            if (!DidDocument.TryParse(bytes, out var document)) continue;
            _ = document.Validate();
            _ = document.KeysFor(VerificationRelationship.Authentication);
            DidDocument.Parse(document.ToUtf8Json()).ShouldBe(document);
            Refusable(() => LegacyDidDocument.Parse(bytes));
            Refusable(() => DidPeer.CreateLongForm(bytes));
            Refusable(() => DidPeer.CreateGenesis(bytes));
        }
    }

    private static void Refusable(Action action)
    {
        try
        {
            action();
        }
        catch (DidException refused)
        {
            refused.Message.ShouldNotBeEmpty();
        }
    }

    /// <summary>A small generator of its own: the same mutations in every run.</summary>
    private sealed class SeededRandom(uint seed)
    {
        private const string Letters = "az09AZ.:#?/%-_{}[]\",\\zS2 é";
        private uint _state = seed;

        public string Mutate(string text)
        {
            var changed = new StringBuilder(text);
            for (var times = Next(3) + 1; times > 0 && changed.Length > 0; times--)
            {
                var at = Next(changed.Length);
                switch (Next(4))
                {
                    case 0:
                        changed[at] = Letters[Next(Letters.Length)];
                        break;
                    case 1:
                        changed.Insert(at, Letters[Next(Letters.Length)]);
                        break;
                    case 2:
                        changed.Remove(at, 1);
                        break;
                    default:
                        changed.Insert(at, text.AsSpan(Next(text.Length) / 2));
                        break;
                }
            }

            return changed.ToString();
        }

        private int Next(int limit)
        {
            _state = unchecked((_state * 1_664_525) + 1_013_904_223);
            return (int)((_state >> 8) % (uint)limit);
        }
    }
}
