using System.Collections;
using Microsoft.Extensions.Configuration;

namespace GovID.Hosting.Settings;

/// <summary>Maps environment variables onto settings: <c>GOVID_X__Y</c> is <c>GovID:X:Y</c>.</summary>
public static class SettingsVariables
{
    /// <summary>The section that holds every setting of ours.</summary>
    public const string Root = "GovID";

    private const string Prefix = "GOVID_";

    /// <summary>Variables with the prefix that are no settings: they speak to the script, the tests, or are read before settings.</summary>
    private static readonly string[] NoSettings = [HostingEnvironment.Variable, "GOVID_SHARED", "GOVID_ACCEPT_API", "GOVID_ACCEPT_DOCS"];

    /// <summary>Adds this process's variables; they win over files added before.</summary>
    public static IConfigurationBuilder AddGovIDVariables(this IConfigurationBuilder builder) =>
        builder.AddInMemoryCollection(Map(Environment.GetEnvironmentVariables()));

    /// <summary>The settings that a set of variables means.</summary>
    internal static IEnumerable<KeyValuePair<string, string?>> Map(IDictionary variables)
    {
        foreach (DictionaryEntry variable in variables)
        {
            var name = (string)variable.Key;
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && !NoSettings.Contains(name, StringComparer.Ordinal))
                yield return new(Key(name), (string?)variable.Value);
        }
    }

    /// <summary>The variable that sets a key: how a refusal names it.</summary>
    internal static string NameOf(string key) =>
        Prefix + key[(Root.Length + 1)..].Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant();

    private static string Key(string variable) =>
        $"{Root}:{variable[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal)}";
}
