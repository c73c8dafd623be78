using System.Reflection;

namespace S2SVpn.Design.Request.Shapes;

/// <summary>Finds the shape of a property in its type and attributes.</summary>
internal static class ShapeFactory
{
    private static readonly PatternAttribute AnyName = new(@"^[^\s](.{0,126}[^\s])?$", "a name of at most 128 characters");

    public static Shape Of(PropertyInfo property)
    {
        var pattern = property.GetCustomAttribute<PatternAttribute>();
        var type = property.PropertyType;
        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (open == typeof(ValueList<>))
        {
            var item = type.GenericTypeArguments[0];
            return Make<Shape>(typeof(ListShape<>), item, One(item, pattern, mayBeEmpty: false));
        }

        if (open == typeof(ValueMap<>))
        {
            var item = type.GenericTypeArguments[0];
            return Make<Shape>(
                typeof(MapShape<>), item, new TextShape(pattern ?? AnyName, mayBeEmpty: false),
                One(item, null, mayBeEmpty: true), property.GetCustomAttribute<OneOrManyAttribute>()?.Name);
        }

        return One(Nullable.GetUnderlyingType(type) ?? type, pattern, mayBeEmpty: false);
    }

    private static Shape One(Type type, PatternAttribute? pattern, bool mayBeEmpty) => type switch
    {
        _ when type == typeof(string) => new TextShape(pattern, mayBeEmpty),
        _ when type == typeof(bool) => new FlagShape(),
        _ when type == typeof(int) => new NumberShape(),
        { IsEnum: true } => new WordShape(type),
        _ when type.IsAssignableTo(typeof(IParsed<>), type) => Make<Shape>(typeof(ParsedShape<>), type),
        _ => RecordShape.Of(type),
    };

    private static bool IsAssignableTo(this Type type, Type open, Type argument) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == open && one.GenericTypeArguments[0] == argument);

    private static T Make<T>(Type open, Type argument, params object?[] arguments) =>
        (T)Activator.CreateInstance(open.MakeGenericType(argument), arguments)!;
}
