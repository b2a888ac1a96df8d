using System.Text.Json;
using GovID.Hosting.Logs;
using Microsoft.Extensions.Logging;

namespace GovID.Hosting.Tests.Logs;

public sealed partial class LogTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_event_is_one_line_of_json_with_its_stable_id()
    {
        var line = Written(LogFormat.Json, logger => Issued(logger, "land\ntitle", 7));

        var json = JsonDocument.Parse(line).RootElement;
        line.TrimEnd('\n').ShouldNotContain('\n');
        json.GetProperty("time").GetString().ShouldBe("2026-11-21T12:00:00.000Z");
        json.GetProperty("level").GetString().ShouldBe("info");
        json.GetProperty("id").GetInt32().ShouldBe(42);
        json.GetProperty("event").GetString().ShouldBe("Issued");
        json.GetProperty("message").GetString().ShouldBe("issued land\ntitle as 7");
        json.GetProperty("fields").GetProperty("Kind").GetString().ShouldBe("land\ntitle");
    }

    [Fact]
    public void A_line_for_people_cannot_be_broken_by_what_it_carries()
    {
        var line = Written(LogFormat.Text, logger => Issued(logger, "land\r\n12:00:01.000 error forged\u001b[31m", 7));

        line.TrimEnd('\n').ShouldNotContain('\n');
        line.ShouldNotContain('\u001b');
        line.ShouldStartWith("12:00:00.000 info ");
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void A_personal_value_is_never_written(LogFormat format)
    {
        var name = new Personal<string>("Ada Lovelace");

        var line = Written(format, logger => Named(logger, name));

        line.ShouldNotContain("Ada");
        line.ShouldContain("[personal]");
        $"{name}".ShouldBe("[personal]");
        Serialised(name).ShouldBe("{}");
        name.Reveal().ShouldBe("Ada Lovelace");
    }

    [Fact]
    public void Personal_values_compare_by_value_and_hash_alike()
    {
        var one = new Personal<string>("a");

        one.Equals(new Personal<string>("a")).ShouldBeTrue();
        one.Equals(new Personal<string>("b")).ShouldBeFalse();
        one.GetHashCode().ShouldBe(new Personal<string>("b").GetHashCode());
    }

    [Fact]
    public void The_identifier_of_a_person_is_a_hash_that_only_the_key_holder_can_repeat()
    {
        using var first = new PersonalId(Enumerable.Repeat((byte)1, 32).ToArray());
        using var again = new PersonalId(Enumerable.Repeat((byte)1, 32).ToArray());
        using var other = PersonalId.ForThisProcess();

        first.Of("did:peer:2.a").ShouldBe(again.Of("did:peer:2.a"));
        first.Of("did:peer:2.a").ShouldNotBe(first.Of("did:peer:2.b"));
        first.Of("did:peer:2.a").ShouldNotBe(other.Of("did:peer:2.a"));
        first.ToString().ShouldBe("[redacted]");
        Should.Throw<ArgumentException>(() => new PersonalId(new byte[16]));
    }

    [Fact]
    public void A_line_has_an_end_even_where_the_text_has_none()
    {
        var line = Written(LogFormat.Json, logger => Issued(logger, new string('x', 100_000), 7));

        line.Length.ShouldBeLessThan(10_000);
    }

    /// <summary>What a careless serialisation by reflection writes.</summary>
    private static string Serialised(object value) => JsonSerializer.Serialize(value, value.GetType());

    private static string Written(LogFormat format, Action<ILogger> write)
    {
        using var text = new StringWriter();
        using var provider = new LineLoggerProvider(text, format, new StoppedClock(Noon));
        write(provider.CreateLogger("GovID.Test"));
        return text.ToString();
    }

    [LoggerMessage(42, LogLevel.Information, "issued {Kind} as {Number}")]
    private static partial void Issued(ILogger logger, string kind, int number);

    [LoggerMessage(43, LogLevel.Information, "named {Name}")]
    private static partial void Named(ILogger logger, Personal<string> name);
}
