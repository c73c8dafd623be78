using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace S2SVpn.Design.Request.Shapes;

/// <summary>A key of a record's map: a property.</summary>
internal sealed class KeyShape(PropertyInfo property, object? defaultValue)
{
    // Later, not at once: most requests use few of the records.
    private readonly Lazy<Shape> _shape = new(() => ShapeFactory.Of(property));

    public PropertyInfo Property => property;

    public string Name { get; } = CamelCase(property.Name);

    /// <summary>Another name, for a list with one item.</summary>
    public string? Singular { get; } = property.GetCustomAttribute<SingularAttribute>()?.Key;

    public IEnumerable<string> Names => Singular is null ? [Name] : [Name, Singular];

    public bool Required { get; } = property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>Whether what stands there must not be repeated in a message.</summary>
    public bool NotShown { get; } = property.IsDefined(typeof(NotShownAttribute));

    public string Description => property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";

    public Shape Shape => _shape.Value;

    /// <summary>What holds where the key is left out; null where the plan decides, or where it can't be left out.</summary>
    public object? Default => defaultValue;

    /// <summary>The key with something good, where one is known.</summary>
    public string? Example => (Default, Shape) switch
    {
        _ when property.GetCustomAttribute<ExampleAttribute>() is { } own => $"{Name}: {own.Text}",
        ({ } value, ScalarShape scalar) => $"{Name}: {scalar.WriteYaml(value)}",
        (_, { Example: { } example }) => $"{Name}: {example}",
        _ => null,
    };

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
