using System.Collections.Frozen;

namespace GovID.Hosting.Problems;

/// <summary>Every code that a program answers with. A module adds its rows where it is registered.</summary>
public sealed class ErrorTable
{
    private readonly FrozenDictionary<string, ErrorRow> _rows;

    /// <summary>Joins rows into a table.</summary>
    /// <exception cref="ArgumentException">Two rows carry the same code.</exception>
    public ErrorTable(IEnumerable<ErrorRow> rows)
    {
        var all = rows.ToList();
        if (all.GroupBy(row => row.Code, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The code {twice.Key} stands twice; codes are never reused.", nameof(rows));
        _rows = all.ToFrozenDictionary(row => row.Code, StringComparer.Ordinal);
    }

    /// <summary>The rows, sorted by code.</summary>
    public IEnumerable<ErrorRow> Rows => _rows.Values.OrderBy(row => row.Code, StringComparer.Ordinal);

    /// <summary>What a code means, or null where it is not in the table.</summary>
    public ErrorRow? Find(string code) => _rows.GetValueOrDefault(code);
}
