namespace GovID.Architecture.Tests.Model;

/// <summary>A place that breaks a rule: where, which rule, what the limit is.</summary>
internal sealed record Violation(string Place, string Rule, string Detail)
{
    public override string ToString() => $"{Place}: {Rule}: {Detail}";

    /// <summary>Fails the test with one line for each place.</summary>
    public static void None(IEnumerable<Violation> violations)
    {
        var all = violations.Select(one => one.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
            Assert.Fail($"{all.Count} places break a rule of the house:\n{string.Join('\n', all)}");
    }
}
