using System.Diagnostics;

namespace GovID.Hosting.Logs;

/// <summary>A value about a person. Nothing that prints, logs, interpolates or serialises it shows what it holds.</summary>
/// <typeparam name="T">What it holds.</typeparam>
[DebuggerDisplay("[personal]")]
public sealed class Personal<T>(T value) : IEquatable<Personal<T>>
{
    private readonly T _value = value;

    /// <summary>The value itself, for the one place that needs it.</summary>
    public T Reveal() => _value;

    /// <inheritdoc/>
    public bool Equals(Personal<T>? other) => other is not null && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Personal<T>);

    /// <summary>The same for every value: a hash of few possible values would tell which one it is.</summary>
    public override int GetHashCode() => typeof(T).GetHashCode();

    /// <summary>Always <c>[personal]</c>.</summary>
    public override string ToString() => "[personal]";
}
