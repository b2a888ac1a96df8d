using GovID.Cryptography.Keys;

namespace GovID.Cli.Key;

/// <summary>The key types as a command line spells them.</summary>
internal static class KeyNames
{
    /// <summary>Every type that can be made, in the order of the help.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<KeyType>().Select(name => name.ToLowerInvariant())];

    public static string Of(KeyType type) => type.ToString().ToLowerInvariant();

    public static KeyType Parse(string name) => Enum.Parse<KeyType>(name, ignoreCase: true);
}
