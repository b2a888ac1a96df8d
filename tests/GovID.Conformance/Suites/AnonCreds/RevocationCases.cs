using GovID.Conformance.Suites.AnonCreds.Registries;

namespace GovID.Conformance.Suites.AnonCreds;

/// <summary>Everything about revocation: keys, <c>registries/</c>, the flows of <c>revocation/</c>, states and inner values of <c>cases/</c>.</summary>
internal static class RevocationCases
{
    public static IEnumerable<ConformanceCase> Load(AnonCredsFolder folder) =>
        Keys(folder).Concat(RecordedRegistries(folder)).Concat(Flows(folder)).Concat(StateCases.Load(folder));

    private static IEnumerable<ConformanceCase> Keys(AnonCredsFolder folder) => folder.Files("keys")
        .Where(file => folder.Read("keys", file)["credDef"]?["value"]?["revocation"] is not null)
        .Select(file => new ConformanceCase(
            $"keys/{file} revocation", () => RegistryCases.CheckKey(folder.Key(Path.GetFileNameWithoutExtension(file)))));

    private static IEnumerable<ConformanceCase> RecordedRegistries(AnonCredsFolder folder)
    {
        foreach (var file in folder.Files("registries"))
        {
            var json = folder.Read("registries", file);
            var registry = new Lazy<VectorRegistry>(() => new VectorRegistry(json, folder.Key(json["key"]!.GetValue<string>())));
            yield return new ConformanceCase(
                $"registries/{file} registry", () => Check.Equal("registry", Path.GetFileNameWithoutExtension(file), json["registry"]!.GetValue<string>()));
            foreach (var item in RegistryCases.Load($"registries/{file}", json, registry))
                yield return item;
        }
    }

    private static IEnumerable<ConformanceCase> Flows(AnonCredsFolder folder)
    {
        foreach (var file in folder.Files("revocation"))
        {
            var json = folder.Read("revocation", file);
            var registry = new Lazy<VectorRegistry>(() => new VectorRegistry(json, new VectorKey(json["key"]!["key"]!.GetValue<string>(), json["key"]!)));
            foreach (var item in RegistryCases.Load($"revocation/{file}", json, registry).Concat(FlowCases.Load($"revocation/{file}", json, registry)))
                yield return item;
        }
    }
}
