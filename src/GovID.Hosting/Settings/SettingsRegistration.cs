using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovID.Hosting.Settings;

/// <summary>Registers options so that a wrong or unknown setting stops the start.</summary>
public static class SettingsRegistration
{
    /// <summary>
    /// Binds a section to its options type. Attributes are checked at start, names that the type does not know are refused, and
    /// switches whose name ends in <c>Unsafe</c> are refused in Production.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="section">The path below the configuration, such as <c>GovID:StatusList</c>.</param>
    /// <typeparam name="TOptions">The options, one sealed class with safe defaults.</typeparam>
    /// <exception cref="ArgumentException">The section does not lie below <c>GovID</c>.</exception>
    public static IServiceCollection AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        if (!section.StartsWith(SettingsVariables.Root + ":", StringComparison.Ordinal))
            throw new ArgumentException($"Settings lie below {SettingsVariables.Root}: say {SettingsVariables.Root}:{section}.", nameof(section));
        services.AddSingleton(new SettingsSection(section, typeof(TOptions)));
        services.AddOptions<TOptions>()
            .Configure<IConfiguration>((options, configuration) => SettingsBinding.Bind(configuration.GetSection(section), options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services;
    }
}
