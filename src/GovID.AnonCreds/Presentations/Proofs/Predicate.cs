using System.Text.Json.Serialization;
using GovID.AnonCreds.Internal;

namespace GovID.AnonCreds.Presentations;

/// <summary>A comparison inside a sub-proof; ordered by name, kind and value (specification 1.3, 7.3).</summary>
/// <param name="AttributeName">The normalised attribute name.</param>
/// <param name="Type">The comparison.</param>
/// <param name="Value">The value compared with.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Predicate(
    [property: JsonPropertyName("attr_name"), JsonRequired] string AttributeName,
    [property: JsonPropertyName("p_type"), JsonRequired, JsonConverter(typeof(ProofPredicateTypeConverter))] PredicateType Type,
    [property: JsonPropertyName("value"), JsonRequired] int Value) : IComparable<Predicate>
{
    /// <summary>The predicate of a request, with its name in normal form.</summary>
    public static Predicate Of(RequestedPredicate requested)
    {
        ArgumentNullException.ThrowIfNull(requested);
        return new Predicate(Schemas.AttributeName.Normalize(requested.Name), requested.Type, requested.Value);
    }

    /// <inheritdoc/>
    public int CompareTo(Predicate? other)
    {
        if (other is null)
            return 1;
        var byName = Utf8Order.Instance.Compare(AttributeName, other.AttributeName);
        if (byName != 0)
            return byName;
        return Type != other.Type ? Type.CompareTo(other.Type) : Value.CompareTo(other.Value);
    }

    /// <summary>Orders predicates as a sub-proof does.</summary>
    public static bool operator <(Predicate left, Predicate right) => Comparer<Predicate>.Default.Compare(left, right) < 0;

    /// <summary>Orders predicates as a sub-proof does.</summary>
    public static bool operator >(Predicate left, Predicate right) => Comparer<Predicate>.Default.Compare(left, right) > 0;

    /// <summary>Orders predicates as a sub-proof does.</summary>
    public static bool operator <=(Predicate left, Predicate right) => !(left > right);

    /// <summary>Orders predicates as a sub-proof does.</summary>
    public static bool operator >=(Predicate left, Predicate right) => !(left < right);
}
