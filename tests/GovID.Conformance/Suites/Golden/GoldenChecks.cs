using System.Globalization;
using System.Text;
using System.Text.Json;
using GovID.Conformance.Suites.Reference;
using GovID.Cryptography.Encodings;
using GovID.Ledger.Merkle;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Golden;

/// <summary>Compares steps and queries of golden ledgers, every field that stands there.</summary>
internal static class GoldenChecks
{
    public static void Step(JsonElement step, GoldenStep ours)
    {
        var transaction = ours.Batch.Transactions.Single();
        var leaf = transaction.ToLeaf();
        Text(step, "signedText", ours.Request.SigningText);
        Text(step, "fullText", ours.Request.FullText);
        Json.Equal("ledgerTxn", step.Member("ledgerTxn"), transaction.Value);
        Text(step, "leaf_msgpack_hex", Hex.Encode(leaf));
        Text(step, "leafHash_hex", Hex.Encode(MerkleProofs.LeafHash(leaf).ToArray()));
        Writes(step, ours);
        Text(step, "txnRootAfter_b58", ours.Batch.LedgerRoot.ToString());
        Text(step, "stateRootAfter_b58", ours.Batch.StateRoot.ToString());
        Text(step, "stateRootAfter_hex", Hex.Encode(ours.Batch.StateRoot.ToArray()));
        Json.Equal("multi_signature", step.Member("multi_signature"), ours.Signature.ToMap());
        Text(step, "multiSignedBytes_hex", Hex.Encode(ours.Signature.Value.SignedBytes));
        Json.Equal("reply", Json.Of(AsStored(LedgerMap.Parse(step.Member("reply").GetRawText()), ours)), ours.Reply);
    }

    public static void Query(JsonElement query, GoldenRun run, int index)
    {
        var operation = LedgerMap.Parse(query.Member("request").Member("operation").GetRawText());
        if ((query.Optional("stateKey_hex") ?? query.Optional("stateKey")) is { } recorded)
        {
            var key = KeyOf(operation);
            Check.Equal("stateKey", recorded.GetString(), query.Optional("stateKey") is null ? Hex.Encode(key) : Encoding.UTF8.GetString(key));
            var value = run.Ledgers[run.Asked.Ledger].State!.At(run.Asked.StateRoot)!.Get(key);
            Check.Equal("stateValue", query.Member("stateValue").GetString(), value is null ? null : Encoding.UTF8.GetString(value));
        }

        Json.Equal("reply", Json.Of(SortedProofs(LedgerMap.Parse(query.Member("reply").GetRawText()))), SortedProofs(run.Reply(index)));
    }

    private static void Text(JsonElement step, string member, string ours)
    {
        if (step.Optional(member) is { } recorded)
            Check.Equal(member, recorded.GetString(), ours);
    }

    private static void Writes(JsonElement step, GoldenStep ours)
    {
        var recorded = step.Items("stateWrites").ToArray();
        var changes = ours.Batch.Changes.Where(change => change.Value is not null).ToDictionary(change => Hex.Encode(change.Key.Span), change => change.Value!.Value, StringComparer.Ordinal);
        Check.Equal("stateWrites.length", recorded.Length, changes.Count);
        foreach (var write in recorded)
        {
            var key = write.Optional("key_hex")?.GetString() ?? Hex.Encode(Encoding.UTF8.GetBytes(write.Text("key")));
            Check.That($"stateWrites {key}", changes.TryGetValue(key, out var value), "our state was not written here");
            if (write.Optional("key_text") is { ValueKind: JsonValueKind.String } text)
                Check.Equal("stateWrites key_text", text.GetString(), Encoding.UTF8.GetString(Convert.FromHexString(key)));
            Check.Equal($"stateWrites {key}", write.Text("value"), Encoding.UTF8.GetString(value.Span));
            if (write.Optional("trieValue_hex") is { } stored)
                Check.Equal("stateWrites trieValue_hex", stored.GetString(), Hex.Encode(Rlp.Write(new LedgerList(new LedgerBytes(value.Span)))));
        }

        if (step.Optional("stateRemoves") is { } removes)
        {
            var removed = ours.Batch.Changes.Where(change => change.Value is null).Select(change => Encoding.UTF8.GetString(change.Key.Span));
            Check.Equal("stateRemoves", string.Join(',', removes.EnumerateArray().Select(key => key.GetString())), string.Join(',', removed));
        }
    }

    /// <summary>The state key that answers a query (specification 13.3).</summary>
    private static byte[] KeyOf(LedgerMap operation)
    {
        string Text(string member) => operation.FindText(member)?.Value ?? throw new MismatchException($"the query has no '{member}'");
        return operation.FindText("type")?.Value switch
        {
            "105" => StateKeys.Nym(Text("dest")),
            "104" => StateKeys.Attribute(Text("dest"), HashOf(Text("raw"))),
            "107" => StateKeys.Schema(Text("dest"), operation.FindMap("data")!.FindText("name")!.Value, operation.FindMap("data")!.FindText("version")!.Value),
            "108" => StateKeys.CredentialDefinition(Text("origin"), Text("signature_type"), operation.FindInteger("ref")!.Value.ToString(CultureInfo.InvariantCulture), Text("tag")),
            "115" => Encoding.UTF8.GetBytes(Text("id")),
            "116" => StateKeys.RevocationAccumulator(Text("revocRegDefId")),
            "117" => StateKeys.RevocationEntry(Text("revocRegDefId")),
            "121" => StateKeys.AuthRule($"{Text("auth_type")}--{Text("auth_action")}--{Text("field")}--{operation.FindText("old_value")?.Value ?? "*"}--{Text("new_value")}"),
            "6" when operation.Contains("digest") => StateKeys.AgreementDigest(Text("digest")),
            "6" => operation.Contains("version") ? StateKeys.AgreementVersion(Text("version")) : StateKeys.AgreementLatest,
            "7" => operation.Contains("version") ? StateKeys.MechanismsVersion(Text("version")) : StateKeys.MechanismsLatest,
            var type => throw new MismatchException($"queries of type {type} have no state key"),
        };
    }

    private static string HashOf(string text) => Hex.Encode(GovID.Cryptography.Hashing.Sha256.Hash(Encoding.UTF8.GetBytes(text)));

    // Replies show the normalised text of an attribute (specification 11.2, 11.14); a reply that repeats the text just as it was sent is taken as the same.
    private static LedgerMap AsStored(LedgerMap reply, GoldenStep ours)
    {
        if (reply.FindMap("result") is not { } result || result.FindMap("txn") is not { } txn || txn.FindMap("data") is not { } data
            || data.FindText("raw") is not { } shown || shown.Value != ours.Request.Operation.FindText("raw")?.Value)
            return reply;
        var stored = LedgerMap.Parse(shown.Value).ToStateJson();
        return reply.With("result", result.With("txn", txn.With("data", data.With("raw", stored))));
    }

    /// <summary>The reply with the nodes of its proof in one order, because theirs is not said to mean anything (specification 9.2).</summary>
    private static LedgerMap SortedProofs(LedgerMap reply)
    {
        var result = reply.FindMap("result") ?? throw new MismatchException("reply: there is no result");
        if (result.FindMap("state_proof") is not { } proof || proof.FindText("proof_nodes") is not { } nodes)
            return reply;
        var list = Rlp.Read(Convert.FromBase64String(nodes.Value)) as LedgerList ?? throw new MismatchException("proof_nodes: no list");
        var sorted = string.Join(' ', list.Select(node => Convert.ToHexStringLower(Rlp.Write(node))).Order(StringComparer.Ordinal));
        return reply.With("result", result.With("state_proof", proof.With("proof_nodes", sorted)));
    }
}
