namespace S2SVpn.Design;

/// <summary>What to write in place of a word that an enum doesn't have, though one of the clouds does.</summary>
[AttributeUsage(AttributeTargets.Enum, AllowMultiple = true)]
internal sealed class AdviceAttribute(string start, string advice) : Attribute
{
    /// <summary>What the word starts with, in any case of letters.</summary>
    public string Start { get; } = start;

    /// <summary>A sentence.</summary>
    public string Advice { get; } = advice;
}
