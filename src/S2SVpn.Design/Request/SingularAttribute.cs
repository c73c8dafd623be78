namespace S2SVpn.Design.Request;

/// <summary>Another key for a list with one item: <c>cidr: 10.2.0.0/16</c> for <c>cidrs: [10.2.0.0/16]</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SingularAttribute(string key) : Attribute
{
    public string Key { get; } = key;
}
