using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Links;

internal sealed class SiteNames : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X114",
        Level = FindingLevel.Error,
        Title = "An AWS site and an Azure site have different names",
        Why = "In 'links' and 'access' the name could mean either.",
        Sources = [Source.AzureTutorial],
        Fix = "Rename one of the two.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from aws in context.AwsSites
        join azure in context.AzureSites on aws.Name equals azure.Name
        select new Violation(
            $"{context.FormatPath(aws.Path)} and {context.FormatPath(azure.Path)} are both named {aws.Name}", azure.Path, aws.Path);
}
