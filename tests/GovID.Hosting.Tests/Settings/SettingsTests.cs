using System.Collections;
using System.ComponentModel.DataAnnotations;
using GovID.Hosting.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GovID.Hosting.Tests.Settings;

public sealed class SettingsTests
{
    [Fact]
    public void A_variable_sets_the_key_that_its_name_spells()
    {
        var variables = new Hashtable { ["GOVID_STATUSLIST__CACHEFOR"] = "00:05:00", ["GOVID_ENVIRONMENT"] = "Production", ["PATH"] = "/bin" };

        SettingsVariables.Map(variables).ShouldBe([KeyValuePair.Create("GovID:STATUSLIST:CACHEFOR", (string?)"00:05:00")]);
        SettingsVariables.NameOf("GovID:StatusList:CacheFor").ShouldBe("GOVID_STATUSLIST__CACHEFOR");
    }

    [Fact]
    public void Binds_a_setting_whatever_the_case_of_its_key()
    {
        using var log = new StringWriter();
        var app = Builder(log, "Production", ("GovID:STATUSLIST:CACHEFOR", "00:05:00")).BuildProgram();

        app.Services.GetRequiredService<IOptions<StatusListOptions>>().Value.CacheFor.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData("GovID:StatusList:CacheForr", "1", "GovID:StatusList:CacheForr", "CacheFor")]
    [InlineData("GovID:StatusLists:CacheFor", "1", "GovID:StatusLists", "StatusList")]
    [InlineData("GovID:CACHEFOR", "1", "GovID:CACHEFOR", "StatusList")]
    [InlineData("GovID:StatusList:Inner:Deepr", "1", "GovID:StatusList:Inner:Deepr", "Deep")]
    public void Refuses_an_unknown_key_and_names_what_is_allowed(string key, string value, string named, string allowed)
    {
        var refusal = Refusal("Production", (key, value));

        refusal.Code.ShouldBe(HostingErrorCode.OptionRefused);
        refusal.Field.ShouldBe(named);
        refusal.Message.ShouldContain(named);
        refusal.Message.ShouldContain(allowed);
        refusal.Message.ShouldContain("GOVID_");
    }

    [Theory]
    [InlineData("GovID:StatusList:CacheFor", "soon", "duration")]
    [InlineData("GovID:StatusList:Most", "many", "whole number")]
    [InlineData("GovID:StatusList:Day", "Noday", "Monday")]
    [InlineData("GovID:StatusList:Most", "0", "between 1 and 10")]
    [InlineData("GovID:StatusList:CacheFor", "00:00:01", "CacheFor")]
    public void Refuses_a_value_and_says_what_is_allowed(string key, string value, string allowed)
    {
        var refusal = Refusal("Production", (key, value));

        refusal.Code.ShouldBe(HostingErrorCode.OptionRefused);
        refusal.Message.ShouldContain("GovID:StatusList");
        refusal.Message.ShouldContain(allowed);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("TRUE")]
    [InlineData(" true ")]
    public void Production_refuses_a_switch_that_weakens_a_check(string on)
    {
        var refusal = Refusal("Production", ("GovID:StatusList:AcceptStaleListsUnsafe", on));

        refusal.Code.ShouldBe(HostingErrorCode.UnsafeRefused);
        refusal.Message.ShouldContain("AcceptStaleListsUnsafe");
    }

    [Fact]
    public void Development_warns_of_a_switch_that_weakens_a_check()
    {
        using var log = new StringWriter();

        Builder(log, "Development", ("GovID:StatusList:AcceptStaleListsUnsafe", "True")).BuildProgram();

        log.ToString().ShouldContain("AcceptStaleListsUnsafe");
        log.ToString().ShouldContain("\"level\":\"warn\"");
    }

    [Fact]
    public void The_first_log_line_says_the_environment()
    {
        using var log = new StringWriter();

        Builder(log, "").BuildProgram();

        log.ToString().Split('\n')[0].ShouldContain("Production (by default)");
    }

    [Theory]
    [InlineData("production")]
    [InlineData("Staging")]
    public void Refuses_an_environment_that_is_neither_of_the_two(string word) =>
        Should.Throw<HostingException>(() => HostingEnvironment.Of(word, developsByDefault: true)).Message.ShouldContain("Development or Production");

    [Fact]
    public void Refuses_a_section_outside_of_ours() =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddSettings<StatusListOptions>("StatusList"));

    private static HostingException Refusal(string environment, params (string Key, string Value)[] settings)
    {
        using var log = new StringWriter();
        return Should.Throw<HostingException>(() => Builder(log, environment, settings).BuildProgram());
    }

    private static Microsoft.AspNetCore.Builder.WebApplicationBuilder Builder(
        TextWriter log, string environment, params (string Key, string Value)[] settings)
    {
        var builder = ProgramHost.CreateBuilder(RunningProgram.Start(log, environment, settings));
        builder.Services.AddSettings<StatusListOptions>("GovID:StatusList");
        return builder;
    }

    private sealed class StatusListOptions
    {
        [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00")]
        public TimeSpan CacheFor { get; set; } = TimeSpan.FromMinutes(10);

        [Range(1, 10)]
        public int Most { get; set; } = 3;

        public DayOfWeek Day { get; set; }

        public bool AcceptStaleListsUnsafe { get; set; }

        public InnerOptions Inner { get; set; } = new();
    }

    private sealed class InnerOptions
    {
        public string? Deep { get; set; }
    }
}
