namespace S2SVpn.Design;

/// <summary>How an enum's member is written, and what else is read as the same.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class SpellingAttribute(string word, params string[] also) : Attribute
{
    public string Word { get; } = word;

    public IReadOnlyList<string> Also { get; } = also;
}
