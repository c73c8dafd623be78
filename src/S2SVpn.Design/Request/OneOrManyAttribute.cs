namespace S2SVpn.Design.Request;

/// <summary>
/// A map whose only entry may be written without its name, which is then the given one: <c>aws: { region: … }</c> for
/// <c>aws: { aws: { region: … } }</c>. What holds none of the entry's own keys, and only maps, is a map of entries.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOrManyAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
