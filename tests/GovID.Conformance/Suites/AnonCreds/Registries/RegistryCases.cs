using System.Text.Json.Nodes;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Mathematics;
using GovID.AnonCreds.Revocation;
using GovID.Cryptography.Bn254;

namespace GovID.Conformance.Suites.AnonCreds.Registries;

/// <summary>A registry against its private key: z, the tails file, and each status list as the operations make it.</summary>
internal static class RegistryCases
{
    public static IEnumerable<ConformanceCase> Load(string file, JsonNode json, Lazy<VectorRegistry> registry)
    {
        yield return new ConformanceCase($"{file} rev_reg_def", () => CheckDefinition(json, registry.Value));
        yield return new ConformanceCase($"{file} tails", () => CheckTails(json, registry.Value));
        var lists = json["status_lists"]!.AsArray();
        for (var i = 0; i < lists.Count; i++)
        {
            var index = i;
            yield return new ConformanceCase($"{file} status_lists[{i}]", () => CheckList(json, registry.Value, index));
        }
    }

    /// <summary>pk = g·sk and y = h^·x.</summary>
    public static void CheckKey(VectorKey key)
    {
        using var secret = CredentialDefinitionPrivate.Parse(VectorKey.Utf8(key.Json["credDefPrivate"]!));
        var revocation = key.Definition.Value.Revocation!;
        Check.Equal("revocation.pk", revocation.Pk.ToText(), (revocation.G * secret.Revocation!.Sk).ToText());
        Check.Equal("revocation.y", revocation.Y.ToText(), (revocation.HCap * secret.Revocation.X).ToText());
    }

    private static void CheckDefinition(JsonNode json, VectorRegistry registry)
    {
        var expected = json["rev_reg_def"]!.DeepClone();
        var z = RegistryArithmetic.Z(registry.Key.Definition.Value.Revocation!, registry.Private.Gamma, registry.Definition.Value.MaximumCredentials);
        Check.Equal("rev_reg_def.z", Gt.ParseText(expected["value"]!["publicKeys"]!["accumKey"]!["z"]!.GetValue<string>()).ToText(), z.ToText());
        expected["value"]!["publicKeys"]!["accumKey"]!["z"] = z.ToText();
        Check.Equal("rev_reg_def", expected.ToJsonElement(), registry.Definition.ToUtf8Json().ToJsonElement());
        Check.Equal("rev_reg_def.credDefId", registry.Definition.CredentialDefinitionId.Value, registry.Key.CredentialDefinitionId.Value);
        Check.Equal("rev_reg_def.issuerId", registry.Definition.IssuerId.Value, registry.Key.Definition.IssuerId.Value);
        Check.Equal("rev_reg_def_private", json["rev_reg_def_private"]!.ToJsonElement(), registry.Private.ExportUtf8Json().ToJsonElement());
    }

    private static void CheckTails(JsonNode json, VectorRegistry registry)
    {
        using var written = new MemoryStream();
        var source = new TailsSource(registry.Key.Definition.Value.Revocation!, registry.Private, registry.Definition.Value.MaximumCredentials);
        var hash = TailsFile.Write(written, source, null, CancellationToken.None);
        Check.Equal("tails_hash", json["tails_hash"]!.GetValue<string>(), hash);
        Check.Equal("rev_reg_def.value.tailsHash", registry.Definition.Value.TailsHash, hash);
        Check.Equal("tails_file_base64", registry.Tails, written.ToArray());
        registry.WithTails((path, _) => TailsFile.Verify(path, registry.Definition, CancellationToken.None));
    }

    private static void CheckList(JsonNode json, VectorRegistry registry, int index)
    {
        var expected = json["status_lists"]![index]!.DeepClone();
        expected["currentAccumulator"] = G2Point.ParseText(expected["currentAccumulator"]!.GetValue<string>(), allowIdentity: true).ToText();
        var list = json["status_list_operations"] is JsonArray operations
            ? Replay(registry, operations, index)
            : Jump(registry, RevocationStatusList.Parse(VectorKey.Utf8(expected)));
        Check.Equal($"status_lists[{index}]", expected.ToJsonElement(), list.ToUtf8Json().ToJsonElement());
    }

    /// <summary>The list after an operation and all before it.</summary>
    private static RevocationStatusList Replay(VectorRegistry registry, JsonArray operations, int index)
    {
        var operation = operations[index]!;
        var timestamp = operation["timestamp"]!.GetValue<ulong>();
        switch (operation["op"]!.GetValue<string>())
        {
            case "create":
                return First(registry, operation["issuance_by_default"]!.GetValue<bool>(), timestamp);
            case "update":
                var change = new StatusListChange { Issued = Indices(operation["issued"]), Revoked = Indices(operation["revoked"]), Timestamp = timestamp };
                var from = operation["from_index"]?.GetValue<int>() ?? index - 1;
                return Update(registry, Replay(registry, operations, Earlier(from, index)), change);
            case "timestamp-only":
                return Update(registry, Replay(registry, operations, Earlier(index - 1, index)), new StatusListChange { Timestamp = timestamp });
            case var other:
                throw new MismatchException($"the vector has a status list operation '{other}'");
        }
    }

    /// <summary>The list made from the first one at once, where no operations are recorded.</summary>
    private static RevocationStatusList Jump(VectorRegistry registry, RevocationStatusList recorded) => Update(
        registry,
        First(registry, byDefault: true, recorded.Timestamp ?? 0),
        new StatusListChange { Revoked = Enumerable.Range(0, recorded.Revoked.Count).Where(index => recorded.Revoked[index]).ToHashSet() });

    private static RevocationStatusList First(VectorRegistry registry, bool byDefault, ulong timestamp)
    {
        var places = registry.Definition.Value.MaximumCredentials;
        return new RevocationStatusList
        {
            RegistryId = registry.Id,
            IssuerId = registry.Definition.IssuerId,
            Revoked = [.. Enumerable.Repeat(!byDefault, places)],
            Accumulator = byDefault
                ? RegistryArithmetic.InitialAccumulator(registry.Key.Definition.Value.Revocation!, registry.Private.Gamma, places)
                : G2Point.Identity,
            Timestamp = timestamp,
        };
    }

    private static RevocationStatusList Update(VectorRegistry registry, RevocationStatusList list, StatusListChange change) =>
        Issuer.UpdateStatusList(registry.Key.Definition, registry.Definition, registry.Private, list, change);

    private static HashSet<int> Indices(JsonNode? json) => json?.AsArray().Select(index => index!.GetValue<int>()).ToHashSet() ?? [];

    private static int Earlier(int from, int index) =>
        from >= 0 && from < index ? from : throw new MismatchException($"status list {index} is made of one that does not come before it");
}
