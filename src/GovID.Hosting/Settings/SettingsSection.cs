namespace GovID.Hosting.Settings;

/// <summary>A part of the configuration and the type that says what may stand there.</summary>
internal sealed record SettingsSection(string Path, Type Options);
