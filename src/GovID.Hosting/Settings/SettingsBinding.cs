using Microsoft.Extensions.Configuration;

namespace GovID.Hosting.Settings;

/// <summary>Puts configured values into options and says in a sentence what does not fit.</summary>
internal static class SettingsBinding
{
    /// <summary>Binds a section; a value that is not of its property's type is refused with the key and the type.</summary>
    /// <exception cref="HostingException"><see cref="HostingErrorCode.OptionRefused"/>.</exception>
    public static void Bind(IConfigurationSection section, object options)
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException error)
        {
            var property = options.GetType().GetProperties()
                .FirstOrDefault(one => error.Message.Contains($"'{section.Path}:{one.Name}", StringComparison.OrdinalIgnoreCase));
            var key = property is null ? section.Path : $"{section.Path}:{property.Name}";
            throw new HostingException(
                HostingErrorCode.OptionRefused,
                $"{key} is '{section[property?.Name ?? ""]}', and {Allowed(property?.PropertyType)} is allowed there; set it in a file or as {SettingsVariables.NameOf(key)}.",
                key,
                error);
        }
    }

    private static string Allowed(Type? type) => (Nullable.GetUnderlyingType(type ?? typeof(object)) ?? type) switch
    {
        { IsEnum: true } choice => $"one of {string.Join(", ", Enum.GetNames(choice))}",
        { } number when number == typeof(int) || number == typeof(long) => "a whole number",
        { } flag when flag == typeof(bool) => "true or false",
        { } time when time == typeof(TimeSpan) => "a duration such as 00:05:00",
        { } address when address == typeof(Uri) => "an address such as https://example.org",
        _ => "a value of its type",
    };
}
