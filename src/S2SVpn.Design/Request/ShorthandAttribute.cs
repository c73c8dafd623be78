namespace S2SVpn.Design.Request;

/// <summary>
/// Where this record is wanted, one value or a list may stand for it and fills the named property:
/// <c>network: 10.2.0.0/16</c> for <c>network: { cidrs: [10.2.0.0/16] }</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShorthandAttribute(string property) : Attribute
{
    public string Property { get; } = property;
}
