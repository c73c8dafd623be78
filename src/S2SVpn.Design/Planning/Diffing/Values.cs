using System.Globalization;

namespace S2SVpn.Design.Planning.Diffing;

/// <summary>Short ways to write the values of resources.</summary>
internal static class Values
{
    /// <summary>A value that can't be changed where it stands.</summary>
    public static PlannedValue Fixed(string attribute, object? value) => Value(attribute, value, Effect.Replace);

    /// <summary>A value whose change harms nobody.</summary>
    public static PlannedValue Free(string attribute, object? value) => Value(attribute, value, Effect.Update);

    /// <summary>A value whose change takes tunnels down.</summary>
    public static PlannedValue Breaking(string attribute, object? value, ValueList<TunnelPlan> tunnels, int? minutes) =>
        Value(attribute, value, Effect.Update) with { Tunnels = tunnels, Minutes = minutes };

    /// <summary>The id or address of another resource.</summary>
    public static PlannedValue Ref(string attribute, string type, string key, Effect effect) =>
        new() { Attribute = attribute, Text = key, Effect = effect, Of = $"{type} {key}" };

    /// <summary>A resource that has no other use than to be there or not.</summary>
    public static PlannedResource Mere(string type, string key, string name) => new() { Type = type, Key = key, Name = name, Values = [] };

    private static PlannedValue Value(string attribute, object? value, Effect effect) =>
        new() { Attribute = attribute, Text = Text(value), Effect = effect };

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        Enum word => Words.Of(word),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable items => string.Join(", ", items.Cast<object?>().Select(Text)),
        _ => value.ToString() ?? "",
    };
}
