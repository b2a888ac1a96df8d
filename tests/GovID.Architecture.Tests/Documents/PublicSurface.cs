using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace GovID.Architecture.Tests.Documents;

/// <summary>The public surface of an assembly as text, read by reflection: a line for each type and member, in a fixed order.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.OrderBy(one => one.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var member in type.GetMembers(Declared).Select(Line).OfType<string>().Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var parents = type.GetInterfaces().Where(one => one.IsPublic && !type.IsEnum).Select(TypeWords.Of)
            .Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            parents.Insert(0, TypeWords.Of(parent));
        return $"{kind} {type.Namespace}.{TypeWords.Of(type)}{(parents.Count == 0 ? "" : " : " + string.Join(", ", parents))}";
    }

    private static string? Line(MemberInfo member) => member switch
    {
        FieldInfo field when IsVisible(field) => Field(field),
        ConstructorInfo constructor when IsVisible(constructor) => $"{Access(constructor)}new({Parameters(constructor)})",
        PropertyInfo property => Property(property),
        EventInfo { AddMethod: { } add } one when IsVisible(add) => $"{Access(add)}event {TypeWords.Of(one.EventHandlerType!)} {one.Name}",
        MethodInfo method when method.GetCustomAttribute<CompilerGeneratedAttribute>() is not null => null, // a record's own
        MethodInfo method when IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => Method(method),
        _ => null,
    };

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {TypeWords.Of(field.FieldType)} {field.Name} = {Constant(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeWords.Of(field.FieldType)} {field.Name}";

    private static string? Property(PropertyInfo property)
    {
        var getter = property.GetMethod is { } get && IsVisible(get) ? get : null;
        var setter = property.SetMethod is { } set && IsVisible(set) ? set : null;
        if ((getter ?? setter) is not { } shown)
            return null;
        var isInit = setter?.ReturnParameter.GetRequiredCustomModifiers().Any(one => one.Name == "IsExternalInit") == true;
        var index = property.GetIndexParameters() is { Length: > 0 } indexes ? $"[{string.Join(", ", indexes.Select(Parameter))}]" : "";
        var null_ = Nullability.Create(property).ReadState == NullabilityState.Nullable && !property.PropertyType.IsValueType ? "?" : "";
        return $"{Access(shown)}{TypeWords.Of(property.PropertyType)}{null_} {property.Name}{index} {{ {(getter is null ? "" : "get; ")}{(setter is null ? "" : isInit ? "init; " : "set; ")}}}";
    }

    private static string Method(MethodInfo method)
    {
        var null_ = Nullability.Create(method.ReturnParameter).ReadState == NullabilityState.Nullable && !method.ReturnType.IsValueType ? "?" : "";
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";
        return $"{Access(method)}{TypeWords.Of(method.ReturnType)}{null_} {method.Name}{generics}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var null_ = Nullability.Create(parameter).WriteState == NullabilityState.Nullable && !parameter.ParameterType.IsValueType ? "?" : "";
        var way = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        var value = parameter.HasDefaultValue ? " = " + Constant(parameter.RawDefaultValue) : "";
        return $"{way}{TypeWords.Of(parameter.ParameterType)}{null_} {parameter.Name}{value}";
    }

    private static string Access(MethodBase method) =>
        (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "")
        + (method.IsStatic ? "static " : "")
        + (method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } && method.DeclaringType is { IsSealed: false } ? "virtual " : "");

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && method.DeclaringType is { IsSealed: false });

    private static bool IsVisible(FieldInfo field) => (field.IsPublic || field.IsFamily) && field.Name != "value__";

    private static string Constant(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
