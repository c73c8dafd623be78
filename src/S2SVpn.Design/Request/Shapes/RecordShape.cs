using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace S2SVpn.Design.Request.Shapes;

/// <summary>A record of the request: a map with the keys that its properties are.</summary>
internal sealed class RecordShape : Shape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();

    private readonly Dictionary<string, KeyShape> _byName;
    private readonly object _defaults;

    private RecordShape(Type type)
    {
        Type = type;
        // This also makes a record whose required properties are not set, which nobody else gets to see.
        _defaults = Activator.CreateInstance(type)!;
        Keys = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetSetMethod() is not null)
            .Select(property => new KeyShape(property, property.GetValue(_defaults)))
            .ToValueList();
        _byName = Keys.SelectMany(key => key.Names, (key, name) => (key, name))
            .ToDictionary(pair => pair.name, pair => pair.key, StringComparer.Ordinal);
        Description = type.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        Shorthand = type.GetCustomAttribute<ShorthandAttribute>() is { } shorthand
            ? Keys.First(key => key.Property.Name == shorthand.Property)
            : null;
    }

    public Type Type { get; }

    public string Description { get; }

    public ValueList<KeyShape> Keys { get; }

    /// <summary>The key that a value without a map fills.</summary>
    public KeyShape? Shorthand { get; }

    public override bool TakesScalar => Shorthand?.Shape.TakesScalar == true;

    public override bool TakesList => Shorthand?.Shape.TakesList == true;

    public override string? Example => Shorthand?.Shape.Example;

    public override string MismatchPhrase => TakesScalar
        ? $"{Shorthand!.Shape.MismatchPhrase}, nor a map with {SomeKeys}"
        : $"is not a map with {SomeKeys}";

    /// <summary>The keys one has to give, or one that can be given.</summary>
    public string SomeKeys => Keys.Where(key => key.Required).Select(key => key.Name).ToArray() switch
    {
        [] => $"keys such as {Keys[0].Name}",
        [var one] => $"the key {one}",
        [.. var some, var last] => $"the keys {string.Join(", ", some)} and {last}",
    };

    public static RecordShape Of(Type type) => Known.GetOrAdd(type, static type => new RecordShape(type));

    public bool TryKey(string name, [NotNullWhen(true)] out KeyShape? key) => _byName.TryGetValue(name, out key);

    public object Make(IReadOnlyDictionary<KeyShape, object> values)
    {
        if (values.Count == 0)
        {
            return _defaults;
        }

        var record = Activator.CreateInstance(Type)!;
        foreach (var (key, value) in values)
        {
            key.Property.SetValue(record, value);
        }

        return record;
    }
}
