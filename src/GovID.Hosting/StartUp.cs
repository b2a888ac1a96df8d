using GovID.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GovID.Hosting;

/// <summary>The checks before a program opens a port.</summary>
internal static class StartUp
{
    /// <summary>Checks names first, then values; the first that is wrong stops the start with one sentence.</summary>
    /// <exception cref="HostingException">It says which key, and what is allowed.</exception>
    public static void Check(WebApplication app)
    {
        var start = app.Services.GetRequiredService<ProgramStart>();
        Log.Starts(app.Logger, start.Name, start.Environment.Name, start.Environment.IsChosen ? "chosen" : "by default");
        var sections = app.Services.GetServices<SettingsSection>().ToList();
        new SettingsCheck(sections, start.Environment, app.Logger).Run(app.Configuration);
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException error)
        {
            var section = sections.Find(one => one.Options == error.OptionsType)?.Path ?? error.OptionsName;
            throw new HostingException(HostingErrorCode.OptionRefused, $"{section}: {string.Join(" ", error.Failures)}", section, error);
        }
    }
}
