namespace GovID.Ledger.Transactions;

/// <summary>The clear or encrypted texts of attributes by the hashes that the ledger keeps (specification 11.2).</summary>
public sealed class AttributeStore
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Gets the number of texts.</summary>
    public int Count => _texts.Count;

    /// <summary>Finds a text.</summary>
    /// <param name="hash">The hexadecimal SHA-256 of the text.</param>
    /// <returns>The text, or null.</returns>
    public string? Find(string hash) => _texts.GetValueOrDefault(hash);

    /// <summary>Lists everything in the order of the hashes.</summary>
    /// <returns>Hashes and texts.</returns>
    public IReadOnlyList<KeyValuePair<string, string>> Entries() => [.. _texts.OrderBy(entry => entry.Key, StringComparer.Ordinal)];

    internal void Set(string hash, string text) => _texts[hash] = text;
}
