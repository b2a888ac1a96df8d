using System.Collections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace GovID.Hosting.Settings;

/// <summary>Walks what is configured and refuses what no options type knows, and what Production does not allow.</summary>
internal sealed class SettingsCheck(IReadOnlyCollection<SettingsSection> sections, HostingEnvironment environment, ILogger logger)
{
    private const int DeepestSetting = 8;

    /// <summary>Checks every key below <c>GovID</c>.</summary>
    /// <exception cref="HostingException">A key is unknown or not allowed; the message names it and what is allowed.</exception>
    public void Run(IConfiguration configuration)
    {
        foreach (var child in configuration.GetSection(SettingsVariables.Root).GetChildren())
            CheckBranch(child);
    }

    private void CheckBranch(IConfigurationSection branch)
    {
        var below = sections.Where(one => IsAtOrBelow(one.Path, branch.Path)).ToList();
        if (below.Count == 0)
            throw Unknown(branch.Path, SettingsVariables.Root, sections.Select(one => one.Path.Split(':')[1]).Distinct(StringComparer.OrdinalIgnoreCase));

        if (below.Find(one => SamePath(one.Path, branch.Path)) is { } exact)
        {
            CheckMembers(branch, exact.Options, depth: 0);
            return;
        }

        foreach (var child in branch.GetChildren())
            CheckBranch(child);
    }

    private void CheckMembers(IConfigurationSection section, Type type, int depth)
    {
        if (depth > DeepestSetting || IsFree(type))
            return;
        var properties = type.GetProperties().Where(one => one.CanWrite || one.GetMethod is not null).ToList();
        foreach (var child in section.GetChildren())
        {
            var property = properties.Find(one => string.Equals(one.Name, child.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw Unknown(child.Path, section.Path, properties.Select(one => one.Name));
            CheckUnsafe(child, property.Name);
            CheckMembers(child, property.PropertyType, depth + 1);
        }
    }

    private void CheckUnsafe(IConfigurationSection value, string name)
    {
        // Only a plain false is off: whatever else the binder may take for true counts as on.
        if (!name.EndsWith("Unsafe", StringComparison.Ordinal) || value.Value is null || (bool.TryParse(value.Value, out var on) && !on))
            return;
        if (environment.IsProduction)
        {
            throw new HostingException(
                HostingErrorCode.UnsafeRefused,
                $"{value.Path} weakens a check and is refused in Production; remove it, or set {HostingEnvironment.Variable}=Development on a machine of your own.",
                value.Path);
        }

        Log.UnsafeSwitch(logger, value.Path);
    }

    private static HostingException Unknown(string key, string parent, IEnumerable<string> allowed)
    {
        var names = string.Join(", ", allowed.Order(StringComparer.Ordinal));
        return new HostingException(
            HostingErrorCode.OptionRefused,
            $"{key} (as a variable: {SettingsVariables.NameOf(key)}) is not a setting; allowed below {parent}: {(names.Length == 0 ? "nothing" : names)}.",
            key);
    }

    /// <summary>Scalars end the walk; lists and dictionaries have names of their own choice.</summary>
    private static bool IsFree(Type type) =>
        type == typeof(string) || type.IsPrimitive || type.IsValueType || type == typeof(Uri) || type.IsAssignableTo(typeof(IEnumerable));

    private static bool SamePath(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool IsAtOrBelow(string path, string branch) =>
        SamePath(path, branch) || path.StartsWith(branch + ":", StringComparison.OrdinalIgnoreCase);
}
