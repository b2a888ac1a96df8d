using System.Reflection;
using GovID.Architecture.Tests.Model;
using GovID.Architecture.Tests.Rules;

namespace GovID.Architecture.Tests;

public sealed class CraftTests
{
    [Fact]
    public void Partial_is_for_generated_code() => Violation.None(House.Sources.SelectMany(CraftRule.Partials));

    [Fact]
    public void Regions_are_snippets_of_tests() => Violation.None(House.Sources.SelectMany(CraftRule.Regions));

    [Fact]
    public void Suppressions_say_why() => Violation.None(House.Sources.SelectMany(CraftRule.Suppressions));

    [Fact]
    public void Log_events_stand_in_one_file() => Violation.None(House.Sources.SelectMany(CraftRule.Logging));

    [Fact]
    public void A_project_has_one_serialiser_context() => Violation.None(CraftRule.Contexts(House.Shipped));

    [Fact]
    public void A_package_has_one_sealed_exception_with_a_code() => Violation.None(
        House.Packable.SelectMany(project => CraftRule.OneException(project.Name, Assembly.Load(project.Name).GetTypes())));

    [Fact]
    public void The_ledger_is_pure() => Violation.None(House.Sources.SelectMany(LedgerRule.Pure));

    [Fact]
    public void The_ledger_is_deterministic() => Violation.None(House.Sources.SelectMany(LedgerRule.Deterministic));

    [Fact]
    public void Bites_a_split_class() => Bad.Bites(CraftRule.Partials(Bad.Source("partial class A { void M() { } }")), "is partial");

    [Fact]
    public void Lets_generated_code_pass() =>
        CraftRule.Partials(Bad.Source("partial class A { [GeneratedRegex(\"a\")] private static partial Regex M(); }")).ShouldBeEmpty();

    [Theory]
    [InlineData("#region snippet\n#endregion", "src/GovID.Ledger/A.cs")]
    [InlineData("#region Fields\n#endregion", "tests/GovID.Ledger.Tests/A.cs")]
    public void Bites_a_region(string text, string path) => Bad.Bites(CraftRule.Regions(Bad.Source(text, path)), "regions");

    [Theory]
    [InlineData("[SuppressMessage(\"a\", \"b\")] class A;")]
    [InlineData("#pragma warning disable CA1000\nclass A;")]
    public void Bites_a_suppression_without_a_reason(string text) => Bad.Bites(CraftRule.Suppressions(Bad.Source(text)), "says why");

    [Fact]
    public void Bites_a_scattered_log_event() =>
        Bad.Bites(CraftRule.Logging(Bad.Source("partial class A { [LoggerMessage(1, LogLevel.Error, \"a\")] partial void M(); }")), "Log.cs");

    [Fact]
    public void Bites_a_second_context() => Bad.Bites(
        CraftRule.Contexts([Bad.Source("class A : JsonSerializerContext;"), Bad.Source("class B : JsonSerializerContext;")]), "limit 1");

    [Fact]
    public void Bites_exceptions_that_are_two_or_open()
    {
        Bad.Bites(CraftRule.OneException("a", [typeof(ArgumentException), typeof(IOException)]), "2 exception types");
        Bad.Bites(CraftRule.OneException("a", [typeof(IOException)]), "not sealed");
    }

    [Theory]
    [InlineData("class A { void M() => File.ReadAllText(\"a\"); }", "src/GovID.Ledger/Genesis/A.cs")]
    [InlineData("class A { FileStream? F; }", "src/GovID.Ledger/State/A.cs")]
    [InlineData("class A { [LibraryImport(\"zmq\")] static partial void M(); }", "src/GovID.Ledger/A.cs")]
    public void Bites_io_in_the_pure_ledger(string text, string path) => Bad.Bites(LedgerRule.Pure(Bad.Source(text, path)), "does I/O");

    [Fact]
    public void Lets_the_transport_do_io() =>
        LedgerRule.Pure(Bad.Source("class A { Socket? S; }", "src/GovID.Ledger/Transport/A.cs")).ShouldBeEmpty();

    [Theory]
    [InlineData("class A { long M() => TimeProvider.System.GetTimestamp(); }")]
    [InlineData("class A { DateTime M() => DateTime.UtcNow; }")]
    [InlineData("class A { void M() => Parallel.For(0, 1, _ => { }); }")]
    public void Bites_what_differs_from_node_to_node(string text) =>
        Bad.Bites(LedgerRule.Deterministic(Bad.Source(text, "src/GovID.Ledger/State/A.cs")), "node to node");
}
