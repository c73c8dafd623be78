namespace S2SVpn.Design.Findings;

/// <summary>The codes of findings about how a request is written. All of them are errors.</summary>
public static class ReadingCodes
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
        new(Syntax, "The file is no YAML", "Nothing in it can be relied on before it is."),
        new(UnknownKey, "A key that is not known", "A typing error would leave the default in force without a word."),
        new(WrongType, "Another kind of value is wanted", "A list, a map, a text and a number are not read as each other."),
        new(Missing, "A key is missing that has no default", "Nothing sensible can be chosen for it."),
        new(Repeated, "A key is given twice", "One of the two would be lost."),
        new(Illegal, "A value is not legal in its place", "No cloud would take it, or it would mean something else than it says."),
        new(UnknownWord, "A word that is not among the choices", "A typing error would choose something else."),
        new(Unset, "An environment variable is not set", "An empty value would be taken for a choice."),
        new(BadExpression, "A ${…} that is not read here", "Only ${env:NAME} and ${env:NAME:-default} are; Terraform would try to read any other."),
        new(Secret, "Something that looks like a secret", "What stands in a request ends up in Terraform's configuration and in version control."),
        new(SeveralDocuments, "The file holds several documents", "Only the first would be read."),
        new(Empty, "The file is empty", "There is nothing to plan."),
        new(TooBig, "The file, or a text in it, is too big", "A request of hundreds of sites is far smaller; aliases can make a small file huge."),
        new(TooDeep, "The file is nested too deeply", "No request needs that."),
        new(BadAlias, "An alias that leads nowhere", "An alias (*name) repeats what an anchor (&name) above it marks."),
        new(Unreadable, "The file can't be read", "It does not exist, or may not be read."),
        new(NotUtf8, "The file is not UTF-8", "Other encodings can't be told apart."),
    ];
}

/// <param name="Code">Such as <c>REQ001</c>.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Why">Why it stops.</param>
public sealed record ReadingCode(string Code, string Title, string Why);
