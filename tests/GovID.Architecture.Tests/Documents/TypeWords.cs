namespace GovID.Architecture.Tests.Documents;

/// <summary>Types as C# writes them, without namespaces.</summary>
internal static class TypeWords
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef || type.IsPointer)
            return Of(type.GetElementType()!) + (type.IsPointer ? "*" : "");
        if (type.IsArray)
            return Of(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value) + "?";
        return type.IsGenericParameter ? type.Name : Named(type);
    }

    /// <summary>A nested type takes as many of the arguments as its own name says; the rest belong to the types around it.</summary>
    private static string Named(Type type)
    {
        var arguments = type.GetGenericArguments();
        var before = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var name = type.Name.Split('`')[0];
        var own = arguments.Length > before ? $"<{string.Join(", ", arguments[before..].Select(Of))}>" : "";
        if (type.DeclaringType is not { } outer)
            return name + own;
        return $"{Of(before > 0 ? outer.MakeGenericType(arguments[..before]) : outer)}.{name}{own}";
    }
}
