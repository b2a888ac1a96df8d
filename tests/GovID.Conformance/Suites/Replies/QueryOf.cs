using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Conformance.Suites.Replies;

/// <summary>The query behind a recorded result, which repeats its members (specification 7.3), and the state key it asks for.</summary>
internal static class QueryOf
{
    private static readonly string[] AddedByTheNode = ["data", "identifier", "reqId", "seqNo", "txnTime", "state_proof"];

    public static LedgerMap Result(LedgerMap result)
    {
        var operation = result;
        foreach (var member in AddedByTheNode)
            operation = operation.Without(member);
        return result.FindText("type")?.Value == "107" && result.FindMap("data") is { } data
            ? operation.With("data", data.Without("attr_names"))
            : operation;
    }

    /// <summary>The state key that the answer must be under.</summary>
    public static byte[] StateKey(LedgerMap operation)
    {
        string Text(string name) => operation.FindText(name)?.Value ?? throw new MismatchException($"the result does not repeat '{name}'");
        var data = operation.FindMap("data") ?? LedgerMap.Empty;
        return Text("type") switch
        {
            "104" => StateKeys.Attribute(Text("dest"), HexOf(operation)),
            "105" => StateKeys.Nym(Text("dest")),
            "107" => StateKeys.Schema(Text("dest"), data.FindText("name")!.Value, data.FindText("version")!.Value),

            // The files write the tag of a definition that has none as None.
            "108" => StateKeys.CredentialDefinition(
                Text("origin"), Text("signature_type"), $"{operation.Find("ref")}", operation.FindText("tag")?.Value ?? "None"),
            "115" => System.Text.Encoding.UTF8.GetBytes(Text("id")),
            "116" => StateKeys.RevocationAccumulator(Text("revocRegDefId")),
            "117" when operation.FindInteger("from") is null => StateKeys.RevocationEntry(Text("revocRegDefId")),
            "117" => StateKeys.RevocationAccumulator(Text("revocRegDefId")),
            var type => throw new MismatchException($"results of type {type} are not known here"),
        };
    }

    private static string HexOf(LedgerMap operation)
    {
        var sought = operation.FindText("raw") ?? operation.FindText("enc") ?? operation.FindText("hash");
        return sought is null
            ? throw new MismatchException("the result repeats neither raw nor enc nor hash")
            : Convert.ToHexStringLower(Cryptography.Hashing.Sha256.Hash(System.Text.Encoding.UTF8.GetBytes(sought.Value)));
    }
}
