using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>Tag 3: what joins the derived credentials (specification 8, 11).</summary>
internal static class AggregatedProofValue
{
    private const int MaximumCommitments = 32_768;
    private const string Field = "$.proof.proofValue";

    public static string Write(AggregatedProof proof) => ProofValue.Write(ProofValue.PresentationTag, writer =>
    {
        writer.Map(1).Text("aggregated").Map(2).Text("c_hash").Number(proof.Challenge).Text("c_list").Array(proof.Commitments.Count);
        foreach (var commitment in proof.Commitments)
            writer.Bytes(commitment.Span);
    });

    public static AggregatedProof Read(string text)
    {
        var body = ProofValue.Read(ProofValue.PresentationTag, text).AsStructure(Field, ["aggregated"]);
        return body.Read("aggregated", (value, field) =>
        {
            var proof = value.AsStructure(field, ["c_hash", "c_list"]);
            return new AggregatedProof
            {
                Challenge = proof.Read("c_hash", (item, path) => item.AsNumber(path)),
                Commitments = proof.Read("c_list", ReadCommitments),
            };
        });
    }

    private static List<ReadOnlyMemory<byte>> ReadCommitments(PackValue value, string field)
    {
        var items = value.AsItems(field);
        return items.Count <= MaximumCommitments
            ? [.. items.Select(item => new ReadOnlyMemory<byte>(item.AsBytes(field)))]
            : throw PackValue.Refuse(field, $"there are at most {MaximumCommitments} commitments");
    }
}
