using System.Globalization;
using GovID.AnonCreds;
using GovID.AnonCreds.CredentialDefinitions;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Identifiers;
using GovID.AnonCreds.Internal;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using GovID.Cryptography.Mathematics;

namespace GovID.Bench.Benchmarks.AnonCreds;

/// <summary>An issuer with one definition, and a holder who has a credential of it. Each definition of an issuer has bases of its own.</summary>
internal sealed class CredentialIssuer
{
    private const string Place = "did:web:office.example";

    private CredentialIssuer(PrimaryPrivateKey primes, int attributes, int number)
    {
        SchemaId = SchemaId.Parse($"{Place}/schemas/{number}");
        DefinitionId = CredentialDefinitionId.Parse($"{Place}/definitions/{number}");
        Schema = new Schema
        {
            Name = "card",
            Version = "1",
            AttributeNames = [.. Enumerable.Range(0, attributes).Select(Name)],
            IssuerId = IssuerId.Parse(Place),
        };
        var (key, proof) = DefinitionCreation.CreateKey(primes, Schema.NormalNames());
        Definition = new CredentialDefinition
        {
            SchemaId = SchemaId,
            Type = CredentialDefinition.SignatureType,
            Tag = "card",
            Value = new CredentialDefinitionKeys { Primary = key },
            IssuerId = Schema.IssuerId,
        };
        Private = new CredentialDefinitionPrivate(new CredentialDefinitionPrivateJson { Value = new PrivateKeys { Primary = primes } });
        Offer = Issuer.CreateOffer(SchemaId, DefinitionId, proof);
        Asked = Ask();
        Issued = Issue();
        Held = Process();
    }

    public SchemaId SchemaId { get; }

    public CredentialDefinitionId DefinitionId { get; }

    public Schema Schema { get; }

    public CredentialDefinition Definition { get; }

    public CredentialDefinitionPrivate Private { get; }

    public CredentialOffer Offer { get; }

    public CreatedRequest Asked { get; }

    public IssuedCredential Issued { get; }

    public HeldCredential Held { get; }

    public Issuer Issuer { get; } = new();

    public Holder Holder { get; } = new();

    public LinkSecret LinkSecret { get; } = LinkSecret.Create();

    public VerificationObjects Objects => new()
    {
        Schemas = new Dictionary<SchemaId, Schema> { [SchemaId] = Schema },
        CredentialDefinitions = new Dictionary<CredentialDefinitionId, CredentialDefinition> { [DefinitionId] = Definition },
    };

    /// <summary>Makes as many definitions as asked for, all of the same two fresh primes of a length.</summary>
    public static IReadOnlyList<CredentialIssuer> Create(int primeBits, int attributes, int definitions)
    {
        using SecretNumber p = SafePrimes.Generate(primeBits), q = SafePrimes.Generate(primeBits);
        var primes = new PrimaryPrivateKey { P = Half(p), Q = Half(q) };
        return [.. Enumerable.Range(0, definitions).Select(number => new CredentialIssuer(primes, attributes, number))];
    }

    public CreatedRequest Ask() => Holder.CreateRequest(Offer, Definition, LinkSecret, "default", RequestContext.Create());

    public IssuedCredential Issue() => Issuer.Issue(new CredentialToIssue
    {
        Definition = Definition,
        Private = Private,
        Offer = Offer,
        Request = Asked.Request,
        Values = Schema.AttributeNames.ToDictionary(name => name, name => name.Length.ToString(CultureInfo.InvariantCulture)),
    });

    public HeldCredential Process() => Holder.Process(new ReceivedCredential
    {
        Credential = Issued, Metadata = Asked.Metadata, Request = Asked.Request, LinkSecret = LinkSecret, Definition = Definition,
    });

    /// <summary>Asks for every attribute to be shown, or for so many predicates with nothing shown.</summary>
    public static PresentationRequest Request(Schema schema, bool reveal, int predicates) => new()
    {
        Nonce = Nonce.Create(),
        Name = "check",
        Version = "1",
        RequestedAttributes = schema.AttributeNames.ToDictionary(name => name, name => new RequestedAttribute { Name = name }),
        RequestedPredicates = Enumerable.Range(0, predicates).ToDictionary(
            i => $"p{i}", i => new RequestedPredicate { Name = Name(reveal ? 0 : i), Type = PredicateType.GreaterOrEqual, Value = -123_456 }),
    };

    public Presentation Present(PresentationRequest request, bool reveal) => Holder.Present(
        request,
        [
            new CredentialToPresent
            {
                Credential = Held,
                Schema = Schema,
                Definition = Definition,
                Attributes = request.RequestedAttributes.Keys.ToDictionary(name => name, _ => reveal),
                Predicates = request.RequestedPredicates.Keys.ToHashSet(),
            },
        ],
        LinkSecret);

    private static string Name(int number) => $"attribute{number}";

    private static SecretNumber Half(SecretNumber prime) => SecretNumber.From((prime.Reveal() - 1) / 2);
}
