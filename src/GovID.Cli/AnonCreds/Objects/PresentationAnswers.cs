using System.CommandLine;
using System.Globalization;
using GovID.AnonCreds;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Revocation;
using GovID.Cli.Shell;

namespace GovID.Cli.AnonCreds.Objects;

/// <summary>Which credential answers which referent: as the command line says, otherwise the first that fits.</summary>
internal sealed class PresentationAnswers
{
    private static readonly Option<string[]> Credentials = new("--credential") { Description = "A file with a held credential; may be repeated, and the positions count from 0.", Required = true };
    private static readonly Option<string[]> Answers = new("--answer") { Description = "REFERENT=N: the credential at position N answers the referent; may be repeated." };
    private static readonly Option<string[]> Unrevealed = new("--unrevealed") { Description = "A referent whose value is not shown; may be repeated." };
    private static readonly Option<string[]> States = new("--state") { Description = "N=FILE: the revocation state of the credential at position N; may be repeated." };

    private readonly List<CandidateCredential> _candidates;
    private readonly Dictionary<int, NonRevocationEvidence> _evidence = [];
    private readonly Dictionary<string, int> _answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unrevealed;

    private PresentationAnswers(List<CandidateCredential> candidates, IEnumerable<string> unrevealed) =>
        (_candidates, _unrevealed) = (candidates, unrevealed.ToHashSet(StringComparer.Ordinal));

    public static Symbol[] Options => [Credentials, Answers, Unrevealed, States];

    /// <summary>Reads the credentials and states, and what the command line says about them.</summary>
    public static async Task<PresentationAnswers> ReadAsync(Invocation call, VerificationObjects objects)
    {
        var candidates = new List<CandidateCredential>();
        foreach (var path in call.Get(Credentials)!)
        {
            var held = await ObjectFile.ReadAsync(call, path, HeldCredential.Parse);
            candidates.Add(new CandidateCredential(
                held,
                objects.Schemas.GetValueOrDefault(held.Content.SchemaId) ?? throw Missing(path, "schema_id", held.Content.SchemaId.Value),
                objects.CredentialDefinitions.GetValueOrDefault(held.Content.CredentialDefinitionId)
                    ?? throw Missing(path, "cred_def_id", held.Content.CredentialDefinitionId.Value)));
        }

        var answers = new PresentationAnswers(candidates, call.Get(Unrevealed) ?? []);
        foreach (var text in call.Get(Answers) ?? [])
        {
            var at = text.LastIndexOf('=');
            answers._answers[text[..Math.Max(at, 0)]] = answers.Position(text[(at + 1)..], Answers.Name);
        }

        foreach (var text in call.Get(States) ?? [])
            await answers.AddStateAsync(call, text, objects);
        return answers;
    }

    /// <summary>The credentials with what each answers.</summary>
    public List<CredentialToPresent> Choose(PresentationRequest request, IEnumerable<string> stated)
    {
        var choice = Holder.Choose(request, _candidates);
        var asked = request.RequestedAttributes.Keys.Concat(request.RequestedPredicates.Keys).ToHashSet(StringComparer.Ordinal);
        if (_answers.Keys.Concat(_unrevealed).FirstOrDefault(referent => !asked.Contains(referent)) is { } unknown)
            throw new CliException(CliErrorCode.Usage, $"The request has no referent '{unknown}'.", Answers.Name);
        var attributes = choice.Attributes.Where(pair => !stated.Contains(pair.Key)).ToLookup(pair => Answer("requested_attributes", pair), pair => pair.Key);
        var predicates = choice.Predicates.ToLookup(pair => Answer("requested_predicates", pair), pair => pair.Key);
        return
        [
            .. _candidates.Select((candidate, position) => new CredentialToPresent
            {
                Credential = candidate.Credential,
                Schema = candidate.Schema,
                Definition = candidate.Definition,
                Attributes = attributes[position].ToDictionary(referent => referent, referent => !_unrevealed.Contains(referent)),
                Predicates = predicates[position].ToHashSet(StringComparer.Ordinal),
                NonRevocation = _evidence.GetValueOrDefault(position),
            }),
        ];
    }

    private static AnonCredsException Missing(string path, string member, string id) =>
        new(AnonCredsErrorCode.Invalid, $"{path}: '{id}' is not among the objects given.", $"$.{member}");

    private int Answer(string list, KeyValuePair<string, ReferentCandidates> referent)
    {
        if (_answers.TryGetValue(referent.Key, out var position))
            return position;
        if (referent.Value.Fitting.Count > 0)
            return referent.Value.Fitting[0];
        var reasons = string.Join(", ", referent.Value.Unfit.Select(unfit => $"credential {unfit.Index}: {unfit.Reason}"));
        throw new AnonCredsException(AnonCredsErrorCode.CannotPresent, $"No credential fits '{referent.Key}' ({reasons}).", $"$.{list}.{referent.Key}");
    }

    private int Position(string text, string option) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position < _candidates.Count
            ? position
            : throw new CliException(CliErrorCode.Usage, $"'{text}' is none of the positions 0 to {_candidates.Count - 1}.", option);

    private async Task AddStateAsync(Invocation call, string text, VerificationObjects objects)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var position = Position(text[..Math.Max(at, 0)], States.Name);
        var state = await ObjectFile.ReadAsync(call, text[(at + 1)..], RevocationState.Parse);
        var id = _candidates[position].Credential.Content.RevocationRegistryId;
        var registry = id is null ? null : objects.Registries.GetValueOrDefault(id);
        _evidence[position] = new NonRevocationEvidence(registry ?? throw Missing(text[(at + 1)..], "rev_reg_id", id?.Value ?? "none"), state);
    }
}
