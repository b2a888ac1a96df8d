using System.Text.RegularExpressions;
using GovID.Architecture.Tests.Model;
using YamlDotNet.RepresentationModel;

namespace GovID.Architecture.Tests.Rules;

/// <summary>The form of <c>compose.yml</c>: keys of the compose specification, and nothing that refers into the void.</summary>
internal static partial class ComposeRule
{
    private static readonly string[] TopKeys = ["name", "services", "volumes", "networks", "secrets", "configs"];

    private static readonly string[] ServiceKeys =
    [
        "build", "cap_drop", "command", "configs", "depends_on", "deploy", "entrypoint", "environment", "env_file", "expose", "healthcheck",
        "hostname", "image", "init", "networks", "ports", "profiles", "read_only", "restart", "secrets", "security_opt", "stop_grace_period",
        "stop_signal", "tmpfs", "ulimits", "user", "volumes", "working_dir",
    ];

    public static IEnumerable<Violation> Check(string path, string text, string variables)
    {
        var document = new YamlStream();
        document.Load(new StringReader(text));
        var root = (YamlMappingNode)document.Documents[0].RootNode;
        foreach (var key in Keys(root).Except(TopKeys, StringComparer.Ordinal))
            yield return new(path, "compose", $"'{key}' is no key of a compose file");
        foreach (var (name, service) in Members(root, "services"))
        {
            foreach (var fault in Service(name, service, Keys(root, "volumes")))
                yield return new(path, "compose", fault);
        }

        foreach (var variable in Variable().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal))
        {
            if (!variables.Contains(variable + "=", StringComparison.Ordinal))
                yield return new(path, "compose", $"{variable} is not in .env.example");
        }
    }

    private static IEnumerable<string> Service(string name, YamlMappingNode service, IReadOnlyCollection<string> volumes)
    {
        foreach (var key in Keys(service).Except(ServiceKeys, StringComparer.Ordinal))
            yield return $"service {name}: '{key}' is no key of a service, or one that we do not use";
        if (!Keys(service).Intersect(["image", "build"], StringComparer.Ordinal).Any())
            yield return $"service {name} has neither image nor build";
        if (service.Children.TryGetValue("volumes", out var mounts))
        {
            foreach (var volume in ((YamlSequenceNode)mounts).Select(one => one.ToString().Split(':')[0]).Where(one => one[0] is not ('.' or '/')))
            {
                if (!volumes.Contains(volume))
                    yield return $"service {name}: volume '{volume}' is not declared";
            }
        }
    }

    private static IReadOnlyCollection<string> Keys(YamlMappingNode node) => [.. node.Children.Keys.Select(key => key.ToString())];

    private static IReadOnlyCollection<string> Keys(YamlMappingNode node, string member) =>
        node.Children.TryGetValue(member, out var value) && value is YamlMappingNode map ? Keys(map) : [];

    private static IEnumerable<(string Name, YamlMappingNode Value)> Members(YamlMappingNode node, string member) =>
        node.Children.TryGetValue(member, out var value)
            ? ((YamlMappingNode)value).Children.Select(one => (one.Key.ToString(), (YamlMappingNode)one.Value))
            : [];

    [GeneratedRegex(@"\$\{([A-Z_]+)")]
    private static partial Regex Variable();
}
