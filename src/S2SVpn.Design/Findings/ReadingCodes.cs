namespace S2SVpn.Design.Findings;

/// <summary>The codes of findings about how a request is written. All of them are errors.</summary>
internal static class ReadingCodes
{
    public const string Syntax = "REQ001";
    public const string UnknownKey = "REQ002";
    public const string WrongType = "REQ003";
    public const string Missing = "REQ004";
    public const string Repeated = "REQ005";
    public const string Illegal = "REQ006";
    public const string UnknownWord = "REQ007";
    public const string Unset = "REQ008";
    public const string BadExpression = "REQ009";
    public const string Secret = "REQ010";
    public const string SeveralDocuments = "REQ011";
    public const string Empty = "REQ012";
    public const string TooBig = "REQ013";
    public const string TooDeep = "REQ014";
    public const string BadAlias = "REQ015";
    public const string Unreadable = "REQ016";
    public const string NotUtf8 = "REQ017";

    /// <summary>Every code, with what it means and why it stops.</summary>
    public static ValueList<ReadingCode> All { get; } =
    [
        new(Syntax, "The file is not valid YAML", "Nothing in it can be read reliably."),
        new(UnknownKey, "Unknown key", "A typo would silently leave the default in effect."),
        new(WrongType, "Wrong kind of value", "A list, a map, text and a number are not interchangeable."),
        new(Missing, "Missing key without a default", "There is no sensible default."),
        new(Repeated, "Duplicate key", "One of the two would be lost."),
        new(Illegal, "Invalid value", "The clouds would reject it, it would not mean what it says, or it is expected in another form."),
        new(UnknownWord, "Unknown choice", "A typo would select something else."),
        new(Unset, "An environment variable is not set", "An empty value would count as a choice."),
        new(BadExpression, "Unsupported ${…} expression", "Only ${env:NAME} and ${env:NAME:-default} are supported; Terraform would try to evaluate any other."),
        new(Secret, "A value that looks like a secret", "Values of a request end up in Terraform's configuration and in version control."),
        new(SeveralDocuments, "The file contains several documents", "Only the first would be used."),
        new(Empty, "The file is empty", "There is nothing to plan."),
        new(TooBig, "The file, or a text in it, is too big", "A request of hundreds of sites is far smaller; aliases can make a small file huge."),
        new(TooDeep, "The file is nested too deeply", "No request needs that."),
        new(BadAlias, "An alias without an anchor", "An alias (*name) repeats the value that an anchor (&name) above it marks."),
        new(Unreadable, "The file can't be read", "It does not exist, is not a file, or there is no permission to read it."),
        new(NotUtf8, "The file is not UTF-8", "Other encodings can't be detected reliably."),
    ];
}

/// <param name="Code">Such as <c>REQ001</c>.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Why">Why it stops.</param>
internal sealed record ReadingCode(string Code, string Title, string Why);
