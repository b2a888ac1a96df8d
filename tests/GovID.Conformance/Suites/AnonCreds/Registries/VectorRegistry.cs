using System.Text.Json.Nodes;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;

namespace GovID.Conformance.Suites.AnonCreds.Registries;

/// <summary>A recorded registry. Accumulators are computed from its private key, so that a wrong recorded one is found where it stands.</summary>
internal sealed class VectorRegistry(JsonNode json, VectorKey key)
{
    public VectorKey Key => key;

    public RevocationRegistryId Id { get; } = RevocationRegistryId.Parse(json["rev_reg_def_id"]!.GetValue<string>());

    public RevocationRegistryDefinition Definition { get; } = RevocationRegistryDefinition.Parse(VectorKey.Utf8(json["rev_reg_def"]!));

    public RevocationRegistryPrivate Private { get; } = RevocationRegistryPrivate.Parse(VectorKey.Utf8(json["rev_reg_def_private"]!));

    public byte[] Tails { get; } = Convert.FromBase64String(json["tails_file_base64"]!.GetValue<string>());

    /// <summary>Issuance by default, unless the first operation says otherwise.</summary>
    public bool IssuedByDefault => json["status_list_operations"]?[0]?["issuance_by_default"]?.GetValue<bool>() ?? true;

    /// <summary>The entries and the time of a recorded list, with the accumulator that belongs to them.</summary>
    public RevocationStatusList List(int index)
    {
        var recorded = json["status_lists"]![index]!;
        bool[] revoked = [.. recorded["revocationList"]!.AsArray().Select(bit => bit!.GetValue<int>() == 1)];
        return new RevocationStatusList
        {
            RegistryId = Id,
            IssuerId = Definition.IssuerId,
            Revoked = revoked,
            Accumulator = AccumulatorOf(revoked),
            Timestamp = recorded["timestamp"]!.GetValue<ulong>(),
        };
    }

    /// <summary>A witness as the sum of tails says, whether or not the place is revoked.</summary>
    public static G2Point Witness(TailsFile tails, RevocationStatusList list, int index, bool withLast)
    {
        var sum = new G2Sum();
        WitnessArithmetic.AddMembers(sum, tails, list.Revoked, index);
        if (!withLast)
            WitnessArithmetic.RemoveLast(sum, tails, index);
        return sum.ToPoint();
    }

    public RevocableCredential Hold(HeldCredential credential, TailsFile tails) => new(credential, key.Definition, Definition, tails);

    /// <summary>Does something with the tails in a file.</summary>
    public void WithTails(Action<string, TailsFile> use)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Tails);
            using var tails = TailsFile.Open(path, Definition);
            use(path, tails);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private G2Point AccumulatorOf(bool[] revoked)
    {
        var places = Definition.Value.MaximumCredentials;
        var last = IssuedByDefault ? places : places - 1;
        var sum = Scalar.Zero;
        for (var j = 1; j <= last; j++)
        {
            if (j == places || !revoked[j])
                sum += RegistryArithmetic.Power(Private.Gamma, places + 1 - j);
        }

        return key.Definition.Value.Revocation!.GDash * sum;
    }
}
