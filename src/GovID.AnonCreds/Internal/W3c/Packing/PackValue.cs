using System.Numerics;
using GovID.Cryptography.Bn254;

namespace GovID.AnonCreds.Internal.W3c;

/// <summary>A value of a proof value as it was read: a closed set.</summary>
internal abstract record PackValue
{
    /// <summary>As long as the decimal form of an integer allows.</summary>
    private const int MaximumNumberBytes = 416;

    private PackValue()
    {
    }

    public sealed record Nil : PackValue;

    public sealed record Integer(Int128 Value) : PackValue;

    public sealed record Text(string Value) : PackValue;

    /// <summary>An array of integers from 0 to 255, the empty array among them.</summary>
    public sealed record Bytes(byte[] Value) : PackValue;

    public sealed record Items(IReadOnlyList<PackValue> Values) : PackValue;

    public sealed record Map(IReadOnlyDictionary<string, PackValue> Members) : PackValue;

    public string AsText(string field) => this is Text text ? text.Value : throw Refuse(field, "a text is wanted here");

    public byte[] AsBytes(string field) => this is Bytes bytes ? bytes.Value : throw Refuse(field, "an array of bytes is wanted here");

    public int AsInt32(string field) => this is Integer { Value: var value } && value >= int.MinValue && value <= int.MaxValue
        ? (int)value
        : throw Refuse(field, "a 32-bit integer is wanted here");

    public ulong AsUInt64(string field) => this is Integer { Value: var value } && value >= 0 && value <= ulong.MaxValue
        ? (ulong)value
        : throw Refuse(field, "an integer from 0 to 2^64 − 1 is wanted here");

    /// <summary>A big integer: BYTES(x).</summary>
    public BigInteger AsNumber(string field)
    {
        var bytes = AsBytes(field);
        if (bytes.Length > MaximumNumberBytes || (bytes.Length > 0 && bytes[0] == 0))
            throw Refuse(field, $"an integer has at most {MaximumNumberBytes} bytes and no leading zeros");
        return new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
    }

    public G1Point AsG1(string field) => G1Point.TryFromBytes(AsBytes(field), out var point)
        ? point
        : throw Refuse(field, "this is no point of the first group");

    public G2Point AsG2(string field, bool allowIdentity = false) => G2Point.TryFromBytes(AsBytes(field), out var point, allowIdentity)
        ? point
        : throw Refuse(field, "this is no point of the second group");

    public Scalar AsScalar(string field) => Scalar.TryFromBytes(AsBytes(field), out var scalar)
        ? scalar
        : throw Refuse(field, "this is no group order element");

    public IReadOnlyList<PackValue> AsItems(string field) => this switch
    {
        Items items => items.Values,
        Bytes { Value.Length: 0 } => [],
        _ => throw Refuse(field, "an array is wanted here"),
    };

    public IReadOnlyDictionary<string, PackValue> AsMap(string field) => this is Map map ? map.Members : throw Refuse(field, "a map is wanted here");

    /// <summary>The members of a structure; unknown ones and missing ones are refused.</summary>
    public PackStructure AsStructure(string field, IReadOnlyList<string> required, params IReadOnlyList<string> optional)
    {
        var members = AsMap(field);
        foreach (var name in required)
        {
            if (!members.ContainsKey(name))
                throw Refuse($"{field}.{name}", "the member is missing");
        }

        foreach (var name in members.Keys)
        {
            if (!required.Contains(name) && !optional.Contains(name))
                throw Refuse(field, "there is a member that the form does not have");
        }

        return new PackStructure(field, members);
    }

    public static AnonCredsException Refuse(string field, string wrong) =>
        new(AnonCredsErrorCode.Malformed, $"The proof value is malformed at {field}: {wrong}.", field);
}

/// <summary>The members of a structure by name, whose presence was checked.</summary>
internal sealed class PackStructure(string field, IReadOnlyDictionary<string, PackValue> members)
{
    /// <summary>A member, and the path that names it in errors.</summary>
    public T Read<T>(string name, Func<PackValue, string, T> read) => read(members[name], $"{field}.{name}");

    /// <summary>Null where the member is absent or nil.</summary>
    public T? Find<T>(string name, Func<PackValue, string, T> read)
        where T : class =>
        members.TryGetValue(name, out var value) && value is not PackValue.Nil ? read(value, $"{field}.{name}") : null;

    public ulong? FindUInt64(string name) =>
        members.TryGetValue(name, out var value) && value is not PackValue.Nil ? value.AsUInt64($"{field}.{name}") : null;
}
