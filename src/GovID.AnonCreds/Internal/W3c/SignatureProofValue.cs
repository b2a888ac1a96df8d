using GovID.AnonCreds.Credentials;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>Tag 1: everything of a credential but its values (specification 11).</summary>
internal static class SignatureProofValue
{
    private const string Field = "$.proof.proofValue";

    public static string Write(Credential credential) => ProofValue.Write(ProofValue.SignatureTag, writer =>
    {
        var optional = new[] { credential.RevocationRegistryId is not null, credential.RevocationRegistry is not null, credential.Witness is not null };
        writer.Map(4 + optional.Count(present => present));
        writer.Text("schema_id").Text(credential.SchemaId.Value).Text("cred_def_id").Text(credential.CredentialDefinitionId.Value);
        if (credential.RevocationRegistryId is { } registry)
            writer.Text("rev_reg_id").Text(registry.Value);
        Write(writer.Text("signature").Map(2), credential.Signature);
        var proof = credential.SignatureCorrectnessProof;
        writer.Text("signature_correctness_proof").Map(2).Text("se").Number(proof.Response).Text("c").Number(proof.Challenge);
        if (credential.RevocationRegistry is { } state)
            writer.Text("rev_reg").Map(1).Text("accum").Point(state.Accumulator);
        if (credential.Witness is { } witness)
            writer.Text("witness").Map(1).Text("omega").Point(witness.Omega);
    });

    /// <summary>The credential, with the values of the subject.</summary>
    public static Credential Read(string text, IReadOnlyDictionary<string, AttributeValue> values)
    {
        var body = ProofValue.Read(ProofValue.SignatureTag, text).AsStructure(
            Field, ["schema_id", "cred_def_id", "signature", "signature_correctness_proof"], "rev_reg_id", "rev_reg", "witness");
        return new Credential
        {
            SchemaId = body.Read("schema_id", PackIdentifiers.Schema),
            CredentialDefinitionId = body.Read("cred_def_id", PackIdentifiers.Definition),
            RevocationRegistryId = body.Find("rev_reg_id", PackIdentifiers.Registry),
            Values = values,
            Signature = body.Read("signature", Signature),
            SignatureCorrectnessProof = body.Read("signature_correctness_proof", CorrectnessProof),
            RevocationRegistry = body.Find("rev_reg", (value, field) =>
                value.AsStructure(field, ["accum"]).Read("accum", (point, path) => new RevocationRegistryState(point.AsG2(path, allowIdentity: true)))),
            Witness = body.Find("witness", (value, field) =>
                value.AsStructure(field, ["omega"]).Read("omega", (point, path) => new Witness(point.AsG2(path, allowIdentity: true)))),
        };
    }

    private static void Write(PackWriter writer, CredentialSignature signature)
    {
        var primary = signature.Primary;
        writer.Text("p_credential").Map(4)
            .Text("m_2").Number(primary.M2)
            .Text("a").Number(primary.A)
            .Text("e").Number(primary.E)
            .Text("v").Number(primary.V);
        writer.Text("r_credential");
        if (signature.NonRevocation is not { } revocable)
        {
            writer.Nil();
            return;
        }

        var place = revocable.WitnessSignature;
        writer.Map(7)
            .Text("sigma").Point(revocable.Sigma)
            .Text("c").Scalar(revocable.C)
            .Text("vr_prime_prime").Scalar(revocable.VrPrimePrime)
            .Text("witness_signature").Map(3).Text("sigma_i").Point(place.SigmaI).Text("u_i").Point(place.UI).Text("g_i").Point(place.GI)
            .Text("g_i").Point(revocable.GI)
            .Text("i").Integer((long)revocable.Index)
            .Text("m2").Scalar(revocable.M2);
    }

    private static CredentialSignature Signature(PackValue value, string field)
    {
        var signature = value.AsStructure(field, ["p_credential"], "r_credential");
        return new CredentialSignature
        {
            Primary = signature.Read("p_credential", Primary),
            NonRevocation = signature.Find("r_credential", NonRevocation),
        };
    }

    private static PrimarySignature Primary(PackValue value, string field)
    {
        var primary = value.AsStructure(field, ["m_2", "a", "e", "v"]);
        return new PrimarySignature
        {
            M2 = primary.Read("m_2", (item, path) => item.AsNumber(path)),
            A = primary.Read("a", (item, path) => item.AsNumber(path)),
            E = primary.Read("e", (item, path) => item.AsNumber(path)),
            V = primary.Read("v", (item, path) => item.AsNumber(path)),
        };
    }

    private static NonRevocationSignature NonRevocation(PackValue value, string field)
    {
        var revocable = value.AsStructure(field, ["sigma", "c", "vr_prime_prime", "witness_signature", "g_i", "i", "m2"]);
        return new NonRevocationSignature
        {
            Sigma = revocable.Read("sigma", (item, path) => item.AsG1(path)),
            C = revocable.Read("c", (item, path) => item.AsScalar(path)),
            VrPrimePrime = revocable.Read("vr_prime_prime", (item, path) => item.AsScalar(path)),
            WitnessSignature = revocable.Read("witness_signature", Place),
            GI = revocable.Read("g_i", (item, path) => item.AsG1(path)),
            Index = revocable.Read("i", (item, path) => item.AsInt32(path)),
            M2 = revocable.Read("m2", (item, path) => item.AsScalar(path)),
        };
    }

    private static WitnessSignature Place(PackValue value, string field)
    {
        var place = value.AsStructure(field, ["sigma_i", "u_i", "g_i"]);
        return new WitnessSignature(
            place.Read("sigma_i", (item, path) => item.AsG2(path)),
            place.Read("u_i", (item, path) => item.AsG2(path)),
            place.Read("g_i", (item, path) => item.AsG1(path)));
    }

    private static SignatureCorrectnessProof CorrectnessProof(PackValue value, string field)
    {
        var proof = value.AsStructure(field, ["se", "c"]);
        return new SignatureCorrectnessProof
        {
            Response = proof.Read("se", (item, path) => item.AsNumber(path)),
            Challenge = proof.Read("c", (item, path) => item.AsNumber(path)),
        };
    }
}
