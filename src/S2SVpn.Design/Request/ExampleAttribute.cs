namespace S2SVpn.Design.Request;

/// <summary>A good value of a key, where one of its type would be refused here.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ExampleAttribute(string text) : Attribute
{
    /// <summary>As it is written in a request.</summary>
    public string Text { get; } = text;
}
