using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Operations;

public sealed class Tags : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X146",
        Level = FindingLevel.Error,
        Title = "Tags are ones that both clouds take",
        Why = "AWS takes letters, digits, spaces and _ . : / = + - @ of 128 and 256 characters, and no name "
            + "that starts with aws:. Azure takes no name with a slash, and does not tell capitals from small "
            + "letters. Either takes 50, of which five are given here.",
        Sources =
        [
            new("docs.aws.amazon.com/tag-editor/latest/userguide/reference.html", "AWS: limits of tags"),
            new(
                "learn.microsoft.com/azure/azure-resource-manager/management/tag-resources",
                "Microsoft: limits of tags"),
        ],
        Fix = "Write shorter or plainer tags.",
    };

    private const int MostTags = 45;
    private const int LongestName = 128;
    private const int LongestValue = 256;
    private const string NameSigns = " _.:=+-@";

    internal override IEnumerable<Fault> Check(RuleContext context)
    {
        var (root, request) = (RequestPath.Root, context.Request);
        var tags = root["tags"];
        IEnumerable<(bool IsWrong, RequestPath Path, string What)> checks =
        [
            (request.Tags.Count > MostTags, tags, $"has {request.Tags.Count} tags, more than {MostTags}"),
            .. request.Tags.Keys.Where(name => !IsName(name))
                .Select(name => (true, tags[name], $"has a name that is not 1 to {LongestName} letters, digits, spaces or{NameSigns}")),
            .. request.Tags.Keys.Where(name => name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                .Select(name => (true, tags[name], "starts with aws:, which is for AWS's own")),
            .. request.Tags.Keys.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Skip(1))
                .Select(name => (true, tags[name], "is another tag's name in other letters, which Azure does not tell apart")),
            .. request.Tags.Select(tag => new Given<string?>(tag.Value, tags[tag.Key]))
                .Append(new Given<string?>(request.Owner, root["owner"]))
                .Append(new Given<string?>(request.Environment, root["environment"]))
                .Where(value => value.Value is { } text && !IsText(text, LongestValue, NameSigns + "/"))
                .Select(value => (true, value.Path, $"has a value that is not up to {LongestValue} letters, digits, spaces or{NameSigns} /")),
        ];
        return checks.Where(check => check.IsWrong).Select(check => new Fault($"{context.Say(check.Path)} {check.What}", check.Path));
    }

    private static bool IsName(string name) => name.Length > 0 && IsText(name, LongestName, NameSigns);

    private static bool IsText(string text, int longest, string signs) =>
        text.Length <= longest && text.All(sign => char.IsLetterOrDigit(sign) || signs.Contains(sign, StringComparison.Ordinal));
}
