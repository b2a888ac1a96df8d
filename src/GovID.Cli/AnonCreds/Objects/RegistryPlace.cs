using System.CommandLine;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Revocation;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds.Objects;

/// <summary>The place in a registry that a credential gets, from the options of the command line.</summary>
internal sealed class RegistryPlace : IDisposable
{
    private static readonly Option<string> Id = ObjectFile.Optional("--registry-id", "The identifier of the revocation registry.");
    private static readonly Option<string> Registry = ObjectFile.Optional("--registry", "The file with the registry definition.");
    private static readonly Option<string> Private = ObjectFile.Optional("--registry-private", "The file with its private key.");
    private static readonly Option<string> StatusList = ObjectFile.Optional("--status-list", "The file with its newest status list.");
    private static readonly Option<int?> Index = new("--index") { Description = "The place, from 1; each only once." };

    private readonly RevocationToIssue _place;

    private RegistryPlace(RevocationToIssue place) => _place = place;

    public static Symbol[] Options => [Id, Registry, Private, StatusList, Index];

    /// <summary>Reads the place, or returns null where none of the options was given.</summary>
    public static async Task<RegistryPlace?> ReadAsync(Invocation call)
    {
        string?[] texts = [call.Get(Id), call.Get(Registry), call.Get(Private), call.Get(StatusList)];
        var index = call.Get(Index);
        if (index is null && texts.All(text => text is null))
            return null;
        if (index is null || texts.Any(text => text is null))
            throw new CliException(CliErrorCode.Usage, "Give --registry-id, --registry, --registry-private, --status-list and --index, or none of them.", Index.Name);
        var registry = await call.ReadAsync(Registry, RevocationRegistryDefinition.Parse);
        return new RegistryPlace(new RevocationToIssue
        {
            RegistryId = RevocationRegistryId.Parse(texts[0]!),
            Registry = registry,
            StatusList = await call.ReadAsync(StatusList, RevocationStatusList.Parse),
            Index = new RevocationRegistryPlaces(registry, []).Reserve(index.Value),
            Private = await call.ReadAsync(Private, RevocationRegistryPrivate.Parse),
        });
    }

    /// <summary>The place, reserved anew for one attempt: repeating measures, only the last result is written.</summary>
    public RevocationToIssue Reserve() =>
        _place with { Index = new RevocationRegistryPlaces(_place.Registry, []).Reserve(_place.Index.Index) };

    public void Dispose() => _place.Private.Dispose();
}
