using System.Numerics;
using GovID.AnonCreds.Presentations;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>Tag 2: the identifiers and the sub-proof of a derived credential (specification 11).</summary>
internal static class DerivedProofValue
{
    private const string Field = "$.proof.proofValue";
    private static readonly string[] FourNames = ["0", "1", "2", "3"];
    private static readonly string[] FiveNames = ["0", "1", "2", "3", "DELTA"];

    public static string Write(CredentialIdentifiers identifiers, SubProof proof) => ProofValue.Write(ProofValue.DerivedTag, writer =>
    {
        writer.Map(3 + (identifiers.RevocationRegistryId is null ? 0 : 1) + (identifiers.Timestamp is null ? 0 : 1));
        writer.Text("schema_id").Text(identifiers.SchemaId.Value).Text("cred_def_id").Text(identifiers.CredentialDefinitionId.Value);
        if (identifiers.RevocationRegistryId is { } registry)
            writer.Text("rev_reg_id").Text(registry.Value);
        if (identifiers.Timestamp is { } timestamp)
            writer.Text("timestamp").Integer(timestamp);
        writer.Text("sub_proof").Map(2);
        writer.Text("primary_proof").Map(2);
        Write(writer.Text("eq_proof"), proof.Primary.Equality);
        writer.Text("ge_proofs").Array(proof.Primary.Predicates.Count);
        foreach (var predicate in proof.Primary.Predicates)
            Write(writer, predicate);
        writer.Text("non_revoc_proof");
        if (proof.NonRevocation is { } nonRevocation)
            NonRevocationProofValue.Write(writer, nonRevocation);
        else
            writer.Nil();
    });

    public static (CredentialIdentifiers Identifiers, SubProof Proof) Read(string text)
    {
        var body = ProofValue.Read(ProofValue.DerivedTag, text).AsStructure(Field, ["schema_id", "cred_def_id", "sub_proof"], "rev_reg_id", "timestamp");
        var identifiers = new CredentialIdentifiers
        {
            SchemaId = body.Read("schema_id", PackIdentifiers.Schema),
            CredentialDefinitionId = body.Read("cred_def_id", PackIdentifiers.Definition),
            RevocationRegistryId = body.Find("rev_reg_id", PackIdentifiers.Registry),
            Timestamp = body.FindUInt64("timestamp"),
        };
        return (identifiers, body.Read("sub_proof", ReadSubProof));
    }

    private static void Write(PackWriter writer, EqualityProof proof)
    {
        Write(writer.Map(6).Text("revealed_attrs"), proof.RevealedAttributes);
        writer.Text("a_prime").Number(proof.APrime).Text("e").Number(proof.E).Text("v").Number(proof.V);
        Write(writer.Text("m"), proof.M);
        writer.Text("m2").Number(proof.M2);
    }

    private static void Write(PackWriter writer, IReadOnlyDictionary<string, BigInteger> numbers)
    {
        writer.Map(numbers.Count);
        foreach (var (name, value) in numbers)
            writer.Text(name).Number(value);
    }

    private static void Write(PackWriter writer, PredicateProof proof)
    {
        Write(writer.Map(6).Text("u"), FourNames, proof.U.ToArray());
        Write(writer.Text("r"), FiveNames, proof.R.ToArray());
        writer.Text("mj").Number(proof.Mj).Text("alpha").Number(proof.Alpha);
        Write(writer.Text("t"), FiveNames, proof.T.ToArray());
        writer.Text("predicate").Map(3)
            .Text("attr_name").Text(proof.Predicate.AttributeName)
            .Text("p_type").Text(PredicateTypeNames.Write(proof.Predicate.Type))
            .Text("value").Integer((long)proof.Predicate.Value);
    }

    private static void Write(PackWriter writer, string[] names, BigInteger[] numbers)
    {
        writer.Map(names.Length);
        for (var i = 0; i < names.Length; i++)
            writer.Text(names[i]).Number(numbers[i]);
    }

    private static SubProof ReadSubProof(PackValue value, string field)
    {
        var proof = value.AsStructure(field, ["primary_proof"], "non_revoc_proof");
        return new SubProof { Primary = proof.Read("primary_proof", ReadPrimary), NonRevocation = proof.Find("non_revoc_proof", NonRevocationProofValue.Read) };
    }

    private static PrimaryProof ReadPrimary(PackValue value, string field)
    {
        var proof = value.AsStructure(field, ["eq_proof", "ge_proofs"]);
        return new PrimaryProof
        {
            Equality = proof.Read("eq_proof", ReadEquality),
            Predicates = proof.Read("ge_proofs", (items, path) => items.AsItems(path).Select(item => ReadPredicate(item, path)).ToList()),
        };
    }

    private static EqualityProof ReadEquality(PackValue value, string field)
    {
        var proof = value.AsStructure(field, ["revealed_attrs", "a_prime", "e", "v", "m", "m2"]);
        return new EqualityProof
        {
            RevealedAttributes = proof.Read("revealed_attrs", ReadNumbers),
            APrime = proof.Read("a_prime", (item, path) => item.AsNumber(path)),
            E = proof.Read("e", (item, path) => item.AsNumber(path)),
            V = proof.Read("v", (item, path) => item.AsNumber(path)),
            M = proof.Read("m", ReadNumbers),
            M2 = proof.Read("m2", (item, path) => item.AsNumber(path)),
        };
    }

    private static Dictionary<string, BigInteger> ReadNumbers(PackValue value, string field) =>
        value.AsMap(field).ToDictionary(pair => pair.Key, pair => pair.Value.AsNumber(field), StringComparer.Ordinal);

    private static PredicateProof ReadPredicate(PackValue value, string field)
    {
        var proof = value.AsStructure(field, ["u", "r", "mj", "alpha", "t", "predicate"]);
        return new PredicateProof
        {
            U = proof.Read("u", (item, path) => FourNumbers.Of(ReadNumbers(item, path, FourNames))),
            R = proof.Read("r", (item, path) => FiveNumbers.Of(ReadNumbers(item, path, FiveNames))),
            Mj = proof.Read("mj", (item, path) => item.AsNumber(path)),
            Alpha = proof.Read("alpha", (item, path) => item.AsNumber(path)),
            T = proof.Read("t", (item, path) => FiveNumbers.Of(ReadNumbers(item, path, FiveNames))),
            Predicate = proof.Read("predicate", ReadComparison),
        };
    }

    private static BigInteger[] ReadNumbers(PackValue value, string field, string[] names)
    {
        var members = value.AsStructure(field, names);
        return [.. names.Select(name => members.Read(name, (item, path) => item.AsNumber(path)))];
    }

    private static Predicate ReadComparison(PackValue value, string field)
    {
        var predicate = value.AsStructure(field, ["attr_name", "p_type", "value"]);
        return new Predicate(
            predicate.Read("attr_name", (item, path) => item.AsText(path)),
            predicate.Read("p_type", (item, path) => PredicateTypeNames.Find(item.AsText(path)) ?? throw PackValue.Refuse(path, "it is one of GE, LE, GT and LT")),
            predicate.Read("value", (item, path) => item.AsInt32(path)));
    }
}
