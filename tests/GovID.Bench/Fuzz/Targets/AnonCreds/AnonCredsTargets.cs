using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
using GovID.AnonCreds.Schemas;

namespace GovID.Bench.Fuzz.Targets.AnonCreds;

/// <summary>Every reader of an AnonCreds object: refused with a typed error, or written and read again the same.</summary>
public static class AnonCredsTargets
{
    private const string Issuer = "did:web:a.example";
    private const string Number = "\"12345678901234567890\"";
    private const string Point = "\"1 1BC51EA44BE82FA2092B198039C2B8C31869000087777FE49F00000082F8576B 1 095E45DDF417D05FB10933FFC63D474548B7FFFF7888802F07FFFFFF7D07A8A8 1 095E45DDF417D05FB10933FFC63D474548B7FFFF7888802F07FFFFFF7D07A8A8\"";
    private const string Proof = $$"""{"c":{{Number}},"xz_cap":{{Number}},"xr_cap":[["name",{{Number}}],["master_secret",{{Number}}]]}""";
    private const string Equality = $$$"""{"revealed_attrs":{"name":"7"},"a_prime":{{{Number}}},"e":{{{Number}}},"v":{{{Number}}},"m":{"master_secret":{{{Number}}}},"m2":{{{Number}}}}""";

    /// <summary>One target a reader.</summary>
    public static IEnumerable<FuzzTarget> List { get; } =
    [
        new ReaderTarget("anoncreds-schema", utf8 => Schema.Parse(utf8).ToUtf8Json(), $$"""{"issuerId":"{{Issuer}}","name":"n","version":"1","attrNames":["a","B c"]}"""),
        new ReaderTarget(
            "anoncreds-definition",
            utf8 => CredentialDefinition.Parse(utf8).ToUtf8Json(),
            $$$$"""{"issuerId":"{{{{Issuer}}}}","schemaId":"{{{{Issuer}}}}/s","type":"CL","tag":"t","value":{"primary":{"n":"{{{{Modulus}}}}","s":"21234567890123456789","r":{"name":"31234567890123456789","master_secret":"41234567890123456789"},"rctxt":"51234567890123456789","z":"61234567890123456789"}}}"""),
        new ReaderTarget("anoncreds-definition-private", ReadPrivate, $$$$"""{"value":{"p_key":{"p":{{{{Number}}}},"q":{{{{Number}}}}},"r_key":null}}"""),
        new ReaderTarget("anoncreds-correctness-proof", utf8 => KeyCorrectnessProof.Parse(utf8).ToUtf8Json(), Proof),
        new ReaderTarget(
            "anoncreds-offer",
            utf8 => CredentialOffer.Parse(utf8).ToUtf8Json(),
            $$"""{"schema_id":"{{Issuer}}/s","cred_def_id":"{{Issuer}}/d","key_correctness_proof":{{Proof}},"nonce":"1"}"""),
        new ReaderTarget(
            "anoncreds-request",
            utf8 => CredentialRequest.Parse(utf8).ToUtf8Json(),
            $$$"""{"entropy":"e","cred_def_id":"{{{Issuer}}}/d","blinded_ms":{"u":{{{Number}}},"ur":{{{Point}}},"hidden_attributes":["master_secret"],"committed_attributes":{}},"blinded_ms_correctness_proof":{"c":{{{Number}}},"v_dash_cap":{{{Number}}},"m_caps":{"master_secret":{{{Number}}}},"r_caps":{}},"nonce":"1"}"""),
        new ReaderTarget("anoncreds-metadata", ReadMetadata, $$$"""{"link_secret_blinding_data":{"v_prime":{{{Number}}},"vr_prime":null},"nonce":"1","link_secret_name":"default"}"""),
        new ReaderTarget(
            "anoncreds-credential",
            utf8 => IssuedCredential.Parse(utf8).ToUtf8Json(),
            $$$$"""{"schema_id":"{{{{Issuer}}}}/s","cred_def_id":"{{{{Issuer}}}}/d","rev_reg_id":null,"values":{"name":{"raw":"7","encoded":"7"}},"signature":{"p_credential":{"m_2":{{{{Number}}}},"a":{{{{Number}}}},"e":{{{{Number}}}},"v":{{{{Number}}}}},"r_credential":null},"signature_correctness_proof":{"se":{{{{Number}}}},"c":{{{{Number}}}}},"rev_reg":null,"witness":null}"""),
        new ReaderTarget(
            "anoncreds-presentation-request",
            utf8 => PresentationRequest.Parse(utf8).ToUtf8Json(),
            """{"nonce":"1","name":"n","version":"1","ver":"1.0","requested_attributes":{"a":{"name":"x","restrictions":[{"issuer_id":"did:web:x","$not":{"attr::x::value":"1"}}]},"g":{"names":["y","z"]}},"requested_predicates":{"p":{"name":"x","p_type":">=","p_value":5}},"non_revoked":{"from":1,"to":2}}"""),
        new ReaderTarget(
            "anoncreds-presentation",
            utf8 => Presentation.Parse(utf8).ToUtf8Json(),
            $$$"""{"proof":{"proofs":[{"primary_proof":{"eq_proof":{{{Equality}}},"ge_proofs":[]},"non_revoc_proof":null}],"aggregated_proof":{"c_hash":{{{Number}}},"c_list":[[1,2,255]]}},"requested_proof":{"revealed_attrs":{"a":{"sub_proof_index":0,"raw":"7","encoded":"7"}},"self_attested_attrs":{},"unrevealed_attrs":{},"predicates":{}},"identifiers":[{"schema_id":"{{{Issuer}}}/s","cred_def_id":"{{{Issuer}}}/d","rev_reg_id":null,"timestamp":null}]}"""),
        new ReaderTarget(
            "anoncreds-status-list",
            utf8 => RevocationStatusList.Parse(utf8).ToUtf8Json(),
            $$"""{"revRegDefId":"{{Issuer}}/r","issuerId":"{{Issuer}}","revocationList":[0,1,0],"timestamp":5}"""),
    ];

    /// <summary>A number of 2,048 bits without small factors.</summary>
    private static string Modulus => ((System.Numerics.BigInteger.One << 2047) + 29).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] ReadPrivate(ReadOnlySpan<byte> utf8)
    {
        using var secret = CredentialDefinitionPrivate.Parse(utf8);
        return secret.ExportUtf8Json();
    }

    private static byte[] ReadMetadata(ReadOnlySpan<byte> utf8)
    {
        using var metadata = CredentialRequestMetadata.Parse(utf8);
        return metadata.ExportUtf8Json();
    }

    private delegate byte[] Rewriter(ReadOnlySpan<byte> utf8);

    private sealed class ReaderTarget(string name, Rewriter rewrite, string seed) : FuzzTarget
    {
        public override string Name => name;

        public override bool IsJson => true;

        public override IEnumerable<byte[]> Seeds() => [System.Text.Encoding.UTF8.GetBytes(seed)];

        public override void Run(ReadOnlySpan<byte> input)
        {
            var written = rewrite(input);
            if (!rewrite(written).AsSpan().SequenceEqual(written))
                throw new InvalidOperationException("An object was changed by writing it.");
        }

        public override bool IsRefusal(Exception exception) => exception is AnonCredsException;
    }
}
