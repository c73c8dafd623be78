using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class OwnTags : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X174",
        Level = FindingLevel.Warning,
        Title = "No tag replaces a built-in one",
        Why = "Everything gets the tags vpn, owner, environment and managed-by, and in AWS a Name. A tag of such a name "
            + "replaces the field's value, and Name is left out in AWS.",
        Sources =
        [
            new("docs.aws.amazon.com/tag-editor/latest/userguide/reference.html", "AWS: tags"),
            new("learn.microsoft.com/azure/azure-resource-manager/management/tag-resources", "Microsoft: tags"),
        ],
        Fix = "Write owner and environment as fields of the request, and give other tags other names.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from tag in context.Request.Tags.Keys
        let taken = PlanTags.Taken(context.Request, tag)
        where taken is not null
        let path = RequestPath.Root["tags"][tag]
        select new Violation(
            $"{context.FormatPath(path)} {(taken == PlanTags.AwsName ? "is left out in AWS, where each resource has its own Name" : $"replaces the tag {taken}")}",
            path, RequestPath.Root[taken]);
}
