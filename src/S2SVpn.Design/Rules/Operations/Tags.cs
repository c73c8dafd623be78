using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class Tags : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X146",
        Level = FindingLevel.Error,
        Title = "Tags are valid in both clouds",
        Why = "AWS allows letters, digits, spaces and _ . : / = + - @ of 128 and 256 characters, and no name "
            + "that starts with aws:. Azure allows no name with a slash or that starts with azure, "
            + "microsoft or windows, and ignores upper and lower case. Both allow 50 tags, of which five are set here.",
        Sources =
        [
            new("docs.aws.amazon.com/tag-editor/latest/userguide/reference.html", "AWS: limits of tags"),
            new(
                "learn.microsoft.com/azure/azure-resource-manager/management/tag-resources",
                "Microsoft: limits of tags"),
            new("learn.microsoft.com/rest/api/resources/tags/create-or-update", "Microsoft: reserved tag names"),
        ],
        Fix = "Write shorter or plainer tags.",
    };

    private const int MostTags = 45;
    private const int LongestValue = 256;
    private const string NameSigns = " _.:=+-@";
    private const string ValueSigns = " _.:=+-@/";
    private const string AwsOwn = "aws:";
    private static readonly string[] AzureOwn = ["azure", "microsoft", "windows"];

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var tags = context.Request.Tags;
        var path = RequestPath.Root["tags"];
        IEnumerable<(RequestPath Path, string What)> violations =
        [
            .. Enumerable.Repeat((path, $"has {tags.Count} tags, more than {MostTags}"), tags.Count > MostTags ? 1 : 0),
            .. tags.Keys.Where(name => !IsText(name, NameSigns)).Select(name => (
                path[name], $"has a name with other signs than letters, digits, spaces and{NameSigns}")),
            .. tags.Keys.Where(name => name.StartsWith(AwsOwn, StringComparison.OrdinalIgnoreCase)).Select(name => (
                path[name], $"starts with {AwsOwn}, which is for AWS's own")),
            .. tags.Keys.SelectMany(name => AzureOwn.Where(own => name.StartsWith(own, StringComparison.OrdinalIgnoreCase)).Select(own => (
                path[name], $"starts with {own}, which is for Azure's own"))),
            .. tags.Keys.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Skip(1)).Select(name => (
                path[name], "differs from another tag's name only in case, which Azure ignores")),
            .. Values(context.Request).Where(value => !IsValue(value.Value)).Select(value => (
                value.Path, $"has a value that is not up to {LongestValue} letters, digits, spaces and{ValueSigns}")),
        ];
        return violations.Select(violation => new Violation($"{context.FormatPath(violation.Path)} {violation.What}", violation.Path));
    }

    private static IEnumerable<Located<string?>> Values(VpnRequest request) => request.Tags
        .Select(tag => new Located<string?>(tag.Value, RequestPath.Root["tags"][tag.Key]))
        .Append(new Located<string?>(request.Owner, RequestPath.Root["owner"]))
        .Append(new Located<string?>(request.Environment, RequestPath.Root["environment"]));

    private static bool IsValue(string? text) =>
        text is null || (text.Length <= LongestValue && IsText(text, ValueSigns));

    private static bool IsText(string text, string signs) =>
        text.All(sign => char.IsLetterOrDigit(sign) || signs.Contains(sign, StringComparison.Ordinal));
}
