using GovID.AnonCreds.Presentations;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>The proof of non-revocation inside a derived credential (specification 10.8, 11).</summary>
internal static class NonRevocationProofValue
{
    private static readonly string[] ResponseNames =
        ["rho", "r", "r_prime", "r_prime_prime", "r_prime_prime_prime", "o", "o_prime", "m", "m_prime", "t", "t_prime", "s", "c"];

    private static readonly string[] CommitmentNames = ["e", "d", "a", "g", "w", "s", "u"];

    public static void Write(PackWriter writer, NonRevocationProof proof)
    {
        var x = proof.Responses;
        Scalar[] responses =
            [x.Rho, x.R, x.RPrime, x.RPrimePrime, x.RPrimePrimePrime, x.O, x.OPrime, x.M, x.MPrime, x.T, x.TPrime, x.S, x.C];
        writer.Map(2).Text("x_list").Map(responses.Length);
        for (var i = 0; i < responses.Length; i++)
            writer.Text(ResponseNames[i]).Scalar(responses[i]);
        var c = proof.Commitments;
        writer.Text("c_list").Map(CommitmentNames.Length)
            .Text("e").Point(c.E).Text("d").Point(c.D).Text("a").Point(c.A).Text("g").Point(c.G)
            .Text("w").Point(c.W).Text("s").Point(c.S).Text("u").Point(c.U);
    }

    public static NonRevocationProof Read(PackValue value, string field)
    {
        var proof = value.AsStructure(field, ["x_list", "c_list"]);
        return new NonRevocationProof { Responses = proof.Read("x_list", ReadResponses), Commitments = proof.Read("c_list", ReadCommitments) };
    }

    private static NonRevocationResponses ReadResponses(PackValue value, string field)
    {
        var members = value.AsStructure(field, ResponseNames);
        var x = ResponseNames.Select(name => members.Read(name, (item, path) => item.AsScalar(path))).ToArray();
        return new NonRevocationResponses(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9], x[10], x[11], x[12]);
    }

    private static NonRevocationCommitments ReadCommitments(PackValue value, string field)
    {
        var members = value.AsStructure(field, CommitmentNames);
        G1Point First(string name) => members.Read(name, (item, path) => item.AsG1(path));
        G2Point Second(string name) => members.Read(name, (item, path) => item.AsG2(path));
        return new NonRevocationCommitments(First("e"), First("d"), First("a"), First("g"), Second("w"), Second("s"), Second("u"));
    }
}
