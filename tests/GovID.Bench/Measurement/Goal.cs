using System.Globalization;

namespace GovID.Bench.Measurement;

/// <summary>A bound such as "&lt;= 1.4" or "&gt;= 1000".</summary>
public sealed record Goal
{
    private readonly bool _atMost;
    private readonly double _bound;
    private readonly string _text;

    private Goal(bool atMost, double bound, string text) => (_atMost, _bound, _text) = (atMost, bound, text);

    /// <summary>Reads a bound; anything but "&lt;= N" and "&gt;= N" is a mistake of the benchmark.</summary>
    public static Goal Parse(string text)
    {
        string[] parts = text.Split(' ');
        if (parts.Length != 2 || parts[0] is not ("<=" or ">="))
            throw new ArgumentException($"'{text}' is not a goal; write \"<= N\" or \">= N\".", nameof(text));
        return new Goal(parts[0] == "<=", double.Parse(parts[1], CultureInfo.InvariantCulture), text);
    }

    public bool IsMetBy(double value) => _atMost ? value <= _bound : value >= _bound;

    public override string ToString() => _text;
}
