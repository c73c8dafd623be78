namespace S2SVpn.Design.Request;

/// <summary>What a text, or each name of a map, has to look like.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PatternAttribute(string pattern, string meaning) : Attribute
{
    /// <summary>A name that all resources of both clouds can carry as a part of theirs.</summary>
    public const string Name = "^[a-z][a-z0-9-]{0,29}$";

    public const string NameMeaning = "a name of at most 30 lower-case letters, digits and hyphens that starts with a letter";

    public string Pattern { get; } = pattern;

    /// <summary>What is allowed, as a phrase.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Whether it is often written with capitals and spaces, which it doesn't have here.</summary>
    public bool HasLongForm { get; set; }
}
