namespace GovID.Hosting;

/// <summary>Whether this is a person's own machine or the real thing.</summary>
public sealed record HostingEnvironment
{
    /// <summary>The variable that decides.</summary>
    public const string Variable = "GOVID_ENVIRONMENT";

    private HostingEnvironment(string name, bool isChosen) => (Name, IsChosen) = (name, isChosen);

    /// <summary><c>Development</c> or <c>Production</c>.</summary>
    public string Name { get; }

    /// <summary>True where <c>GOVID_ENVIRONMENT</c> said so; false where it is the program's own default.</summary>
    public bool IsChosen { get; }

    /// <summary>True where the development network's keys and every weakening switch are refused.</summary>
    public bool IsProduction => Name == "Production";

    /// <summary>Reads <c>GOVID_ENVIRONMENT</c>; without it the program's own default holds.</summary>
    /// <exception cref="HostingException"><see cref="HostingErrorCode.OptionRefused"/>: the variable holds another word.</exception>
    public static HostingEnvironment FromVariables(bool developsByDefault) =>
        Of(Environment.GetEnvironmentVariable(Variable), developsByDefault);

    /// <summary>The environment that a text names; null or empty stands for the default.</summary>
    /// <exception cref="HostingException"><see cref="HostingErrorCode.OptionRefused"/>: it is another word.</exception>
    public static HostingEnvironment Of(string? text, bool developsByDefault) => text switch
    {
        null or "" => new(developsByDefault ? "Development" : "Production", isChosen: false),
        "Development" or "Production" => new(text, isChosen: true),
        _ => throw new HostingException(HostingErrorCode.OptionRefused,
            $"{Variable} is '{text}', which is not known; set it to Development or Production, or remove it.", Variable),
    };
}
