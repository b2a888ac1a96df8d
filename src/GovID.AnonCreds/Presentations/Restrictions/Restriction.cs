using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;

namespace GovID.AnonCreds.Presentations.Restrictions;

/// <summary>What a verifier demands of the credential behind a referent: a closed tree of operators (specification 9.2).</summary>
[JsonConverter(typeof(RestrictionConverter))]
public abstract record Restriction
{
    private Restriction()
    {
    }

    /// <summary>Every part holds; true when there is none.</summary>
    public sealed record All(IReadOnlyList<Restriction> Parts) : Restriction;

    /// <summary>At least one part holds; no restriction at all when there is none.</summary>
    public sealed record Any(IReadOnlyList<Restriction> Parts) : Restriction;

    /// <summary>The part does not hold.</summary>
    public sealed record Not(Restriction Part) : Restriction;

    /// <summary>The tag has exactly this value.</summary>
    public sealed record EqualTo(string Tag, string Value) : Restriction;

    /// <summary>The tag has another value.</summary>
    public sealed record NotEqualTo(string Tag, string Value) : Restriction;

    /// <summary>The tag has one of these values.</summary>
    public sealed record OneOf(string Tag, IReadOnlyList<string> Values) : Restriction;

    /// <summary>
    /// An operator that the language knows and no credential satisfies: <c>$gt $gte $lt $lte $like</c> with one value, <c>$exist</c> with the
    /// tags as values and no tag of its own.
    /// </summary>
    public sealed record Unsupported(string Operator, string? Tag, IReadOnlyList<string> Values) : Restriction;

    /// <summary>True when nothing is demanded: an empty tree, which a self-attested value satisfies too (9.5 step 4).</summary>
    [JsonIgnore]
    public bool IsEmpty => this is All { Parts.Count: 0 } or Any { Parts.Count: 0 };

    /// <summary>Every tag that the tree names.</summary>
    public IEnumerable<string> Tags() => this switch
    {
        All all => all.Parts.SelectMany(part => part.Tags()),
        Any any => any.Parts.SelectMany(part => part.Tags()),
        Not not => not.Part.Tags(),
        EqualTo equal => [equal.Tag],
        NotEqualTo notEqual => [notEqual.Tag],
        OneOf oneOf => [oneOf.Tag],
        Unsupported { Tag: { } tag } => [tag],
        Unsupported unsupported => unsupported.Values,
        _ => [],
    };
}
